from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'zh.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_unit = l_0_addon = l_0_offer = l_0_price = l_0_quote = l_0_premise = l_0_accounts = l_0_dispute = l_0_foreign = l_0_redacted = l_0_budget = l_0_texts = l_0_duration = l_0_difference = l_0_space = l_0_gotcha = l_0_assumed = l_0_prices = l_0_stale = l_0_sources = l_0_fallback = l_0_checked = l_0_related = l_0_also = l_0_ask_plan = l_0_not_sure = l_0_handoff = l_0_paste = l_0_install = l_0_request = l_0_opening = l_0_answer_by_letter = l_0_decline = l_0_covers = l_0_welcome = l_0_chat_help = missing
    try:
        t_1 = environment.filters['join']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'join' found.")
    try:
        t_2 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    try:
        t_3 = environment.filters['sum']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named 'sum' found.")
    pass
    def macro(l_1_limit, l_1_n, l_1_f):
        t_4 = []
        if l_1_limit is missing:
            l_1_limit = undefined("parameter 'limit' was not provided", name='limit')
        if l_1_n is missing:
            l_1_n = undefined("parameter 'n' was not provided", name='n')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        if (l_1_limit == 'emails'):
            pass
            t_4.extend((
                '每月',
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                '封邮件',
            ))
        elif (l_1_limit == 'hourly'):
            pass
            t_4.extend((
                '每小时',
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                '封',
            ))
        elif (l_1_limit == 'automations'):
            pass
            t_4.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                '个自动化流',
            ))
        elif (l_1_limit == 'pages'):
            pass
            t_4.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                '个落地页',
            ))
        elif (l_1_limit == 'people'):
            pass
            t_4.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                '人',
            ))
        elif (l_1_limit == 'days'):
            pass
            t_4.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                '天数据',
            ))
        elif (l_1_limit == 'sms'):
            pass
            t_4.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                '条SMS',
            ))
        return concat(t_4)
    context.exported_vars.add('unit')
    context.vars['unit'] = l_0_unit = Macro(environment, macro, 'unit', ('limit', 'n', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_limit, l_1_n):
        t_5 = []
        if l_1_limit is missing:
            l_1_limit = undefined("parameter 'limit' was not provided", name='limit')
        if l_1_n is missing:
            l_1_n = undefined("parameter 'n' was not provided", name='n')
        pass
        t_5.extend((
            str(l_1_n),
            '份',
            str(environment.getitem({'automations': '自动化流', 'pages': '落地页', 'people': '团队成员'}, l_1_limit)),
            '附加包',
        ))
        return concat(t_5)
    context.exported_vars.add('addon')
    context.vars['addon'] = l_0_addon = Macro(environment, macro, 'addon', ('limit', 'n'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_o, l_1_f):
        t_6 = []
        if l_1_o is missing:
            l_1_o = undefined("parameter 'o' was not provided", name='o')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_6.append(
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_1_o, 'plan'), 'key'))),
        )
        def t_7(fiter):
            for l_2_line in fiter:
                if environment.getattr(l_2_line, 'limit'):
                    yield l_2_line
        for l_2_line in t_7(environment.getattr(l_1_o, 'lines')):
            _loop_vars = {}
            pass
            t_6.extend((
                ' + ',
                str((str_join((environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars), '条SMS', )) if (environment.getattr(l_2_line, 'limit') == 'sms') else environment.call(context, (undefined(name='addon') if l_0_addon is missing else l_0_addon), environment.getattr(l_2_line, 'limit'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars))),
            ))
        l_2_line = missing
        return concat(t_6)
    context.exported_vars.add('offer')
    context.vars['offer'] = l_0_offer = Macro(environment, macro, 'offer', ('o', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_o, l_1_q, l_1_f):
        t_8 = []
        if l_1_o is missing:
            l_1_o = undefined("parameter 'o' was not provided", name='o')
        if l_1_q is missing:
            l_1_q = undefined("parameter 'q' was not provided", name='q')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_8.extend((
            '每月',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_1_o, 'total'))),
            str(('起' if environment.getattr(l_1_q, 'sms') else cond_expr_undefined("the inline if-expression on line 19 in 'zh.j2' evaluated to false and no else section was defined."))),
        ))
        return concat(t_8)
    context.exported_vars.add('price')
    context.vars['price'] = l_0_price = Macro(environment, macro, 'price', ('o', 'q', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_q, l_1_f):
        t_9 = []
        l_1_o = missing
        if l_1_q is missing:
            l_1_q = undefined("parameter 'q' was not provided", name='q')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        l_1_o = environment.getattr(l_1_q, 'best')
        if (not (undefined(name='o') if l_1_o is missing else l_1_o)):
            pass
            t_9.append(
                '**没有文档记载的套餐能满足。**',
            )
            for l_2_m in environment.getattr(l_1_q, 'misfits')[-1:]:
                _loop_vars = {}
                pass
                t_9.extend((
                    '最大的',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_2_m, 'plan'), 'key'), _loop_vars=_loop_vars)),
                    '上限是',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_2_m, 'limit'), environment.getattr(l_2_m, 'has'), l_1_f, _loop_vars=_loop_vars)),
                    '，你需要',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_2_m, 'needs'), _loop_vars=_loop_vars)),
                    '。',
                ))
                if ((environment.getattr(l_2_m, 'limit') == 'emails') and (environment.getattr(l_2_m, 'needs') <= environment.call(context, environment.getattr(environment.getattr(environment.getattr(l_2_m, 'plan'), 'limits'), 'get'), 'hourly', 0, _loop_vars=_loop_vars))):
                    pass
                    t_9.extend((
                        str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(environment.getattr(environment.getattr(l_2_m, 'plan'), 'limits'), 'hourly'), _loop_vars=_loop_vars)),
                        '是每小时的上限，不是每月。',
                    ))
                t_9.append(
                    '超出部分的价格没有公开，请到closum.com咨询。',
                )
            l_2_m = missing
            t_9.append(
                '\n',
            )
        else:
            pass
            t_9.extend((
                '**',
                str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), (undefined(name='o') if l_1_o is missing else l_1_o), l_1_f)),
                '：',
                str(environment.call(context, (undefined(name='price') if l_0_price is missing else l_0_price), (undefined(name='o') if l_1_o is missing else l_1_o), l_1_q, l_1_f)),
            ))
            if (environment.getattr(l_1_q, 'months') > 1):
                pass
                t_9.extend((
                    '，',
                    str(environment.getattr(l_1_q, 'months')),
                    '个月共',
                    str(environment.call(context, environment.getattr(l_1_f, 'money'), (environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total') * environment.getattr(l_1_q, 'months')))),
                    '（按月付计算；没有公开的年付折扣）',
                ))
            t_9.append(
                '。**',
            )
            if (t_2(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'lines')) > 1):
                pass
                t_9.extend((
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'key'))),
                    '为',
                    str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'price'))),
                ))
                def t_10(fiter):
                    for l_2_limit in fiter:
                        if ((l_2_limit in environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'limits')) and environment.getitem(environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'limits'), l_2_limit)):
                            yield l_2_limit
                l_2_loop = missing
                for l_2_limit, l_2_loop in LoopContext(t_10(environment.getattr(environment.getattr(l_1_q, 'needs'), 'amounts')), undefined):
                    _loop_vars = {}
                    pass
                    t_9.extend((
                        str(('（' if environment.getattr(l_2_loop, 'first') else '，')),
                        str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), l_2_limit, environment.getitem(environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'limits'), l_2_limit), l_1_f, _loop_vars=_loop_vars)),
                        str(('）' if environment.getattr(l_2_loop, 'last') else cond_expr_undefined("the inline if-expression on line 29 in 'zh.j2' evaluated to false and no else section was defined."))),
                    ))
                l_2_loop = l_2_limit = missing
                def t_11(fiter):
                    for l_2_line in fiter:
                        if environment.getattr(l_2_line, 'limit'):
                            yield l_2_line
                for l_2_line in t_11(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'lines')):
                    _loop_vars = {}
                    pass
                    t_9.append(
                        '；',
                    )
                    if (environment.getattr(l_2_line, 'limit') == 'sms'):
                        pass
                        t_9.extend((
                            str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars)),
                            '条SMS单独计费，',
                            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_line, 'unit'), _loop_vars=_loop_vars)),
                            '/条起，共',
                            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_line, 'total'), _loop_vars=_loop_vars)),
                            '，各国价格不同',
                        ))
                    else:
                        pass
                        t_9.extend((
                            str(environment.call(context, (undefined(name='addon') if l_0_addon is missing else l_0_addon), environment.getattr(l_2_line, 'limit'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars)),
                            str(('每份' if (environment.getattr(l_2_line, 'times') > 1) else cond_expr_undefined("the inline if-expression on line 30 in 'zh.j2' evaluated to false and no else section was defined."))),
                            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_line, 'unit'), _loop_vars=_loop_vars)),
                            '，增加',
                            str(environment.getattr(l_2_line, 'brings')),
                            '个，合计',
                            str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_2_line, 'limit'), environment.getitem(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'holds'), environment.getattr(l_2_line, 'limit')), l_1_f, _loop_vars=_loop_vars)),
                        ))
                l_2_line = missing
                t_9.append(
                    '。',
                )
            else:
                pass
                l_2_loop = missing
                for l_2_limit, l_2_loop in LoopContext(environment.getattr(environment.getattr(l_1_q, 'needs'), 'amounts'), undefined):
                    _loop_vars = {}
                    pass
                    t_9.extend((
                        str(('包含' if environment.getattr(l_2_loop, 'first') else '、')),
                        str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), l_2_limit, environment.getitem(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'holds'), l_2_limit), l_1_f, _loop_vars=_loop_vars)),
                        str((str_join(('（', environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'emails', environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'holds'), 'emails'), l_1_f, _loop_vars=_loop_vars), '）', )) if ((l_2_limit == 'hourly') and ('emails' not in environment.getattr(environment.getattr(l_1_q, 'needs'), 'amounts'))) else cond_expr_undefined("the inline if-expression on line 32 in 'zh.j2' evaluated to false and no else section was defined."))),
                        str(('。' if environment.getattr(l_2_loop, 'last') else cond_expr_undefined("the inline if-expression on line 32 in 'zh.j2' evaluated to false and no else section was defined."))),
                    ))
                l_2_loop = l_2_limit = missing
            def t_12(fiter):
                for l_2_m in fiter:
                    if (environment.getattr(environment.getattr(l_2_m, 'plan'), 'price') < environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'price')):
                        yield l_2_m
            for l_2_m in t_12(environment.getattr(l_1_q, 'misfits')):
                _loop_vars = {}
                pass
                t_9.extend((
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_2_m, 'plan'), 'key'), _loop_vars=_loop_vars)),
                    '上限为',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_2_m, 'limit'), environment.getattr(l_2_m, 'has'), l_1_f, _loop_vars=_loop_vars)),
                    '，不够用。',
                ))
            l_2_m = missing
            if environment.getattr(l_1_q, 'compared'):
                pass
                for l_2_other in environment.getattr(l_1_q, 'others'):
                    _loop_vars = {}
                    pass
                    t_9.extend((
                        str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), l_2_other, l_1_f, _loop_vars=_loop_vars)),
                        '：',
                        str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_other, 'total'), _loop_vars=_loop_vars)),
                        str((str_join(('，并提供', environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars), )) if environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars) else cond_expr_undefined("the inline if-expression on line 35 in 'zh.j2' evaluated to false and no else section was defined."))),
                        '。',
                    ))
                l_2_other = missing
            if ((environment.getattr(l_1_q, 'own') and (environment.getattr(l_1_q, 'own') != (undefined(name='o') if l_1_o is missing else l_1_o))) and (not environment.getattr(l_1_q, 'compared'))):
                pass
                t_9.extend((
                    '留在',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(environment.getattr(l_1_q, 'own'), 'plan'), 'key'))),
                    '则是',
                    str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), environment.getattr(l_1_q, 'own'), l_1_f)),
                    '：',
                    str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(environment.getattr(l_1_q, 'own'), 'total'))),
                    '。',
                ))
            def t_13(fiter):
                for l_2_other in fiter:
                    if (((not environment.getattr(l_1_q, 'compared')) and (environment.getattr(l_2_other, 'total') < environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total'))) and (environment.getattr(environment.getattr(l_2_other, 'plan'), 'price') > environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'price'))):
                        yield l_2_other
            l_2_loop = missing
            for l_2_other, l_2_loop in LoopContext(t_13(environment.getattr(l_1_q, 'others')), undefined):
                _loop_vars = {}
                pass
                if environment.getattr(l_2_loop, 'first'):
                    pass
                    t_9.extend((
                        '更便宜的选择：',
                        str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), l_2_other, l_1_f, _loop_vars=_loop_vars)),
                        '，',
                        str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_other, 'total'), _loop_vars=_loop_vars)),
                        str((str_join(('，另有', environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars), )) if environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars) else cond_expr_undefined("the inline if-expression on line 37 in 'zh.j2' evaluated to false and no else section was defined."))),
                        '。',
                    ))
            l_2_loop = l_2_other = missing
            def t_14(fiter):
                for l_2_other in fiter:
                    if ((((not environment.getattr(l_1_q, 'compared')) and ((environment.getattr(l_1_q, 'own') != (undefined(name='o') if l_1_o is missing else l_1_o)) or (environment.getattr(l_2_other, 'total') == environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total')))) and (environment.getattr(l_2_other, 'total') >= environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total'))) and environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit))):
                        yield l_2_other
            l_2_loop = missing
            for l_2_other, l_2_loop in LoopContext(t_14(environment.getattr(l_1_q, 'others')), undefined):
                _loop_vars = {}
                pass
                if environment.getattr(l_2_loop, 'first'):
                    pass
                    t_9.extend((
                        str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), l_2_other, l_1_f, _loop_vars=_loop_vars)),
                        '（',
                        str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_other, 'total'), _loop_vars=_loop_vars)),
                        '）也满足，并提供',
                        str(environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars)),
                        '。',
                    ))
            l_2_loop = l_2_other = missing
            t_9.append(
                '\n',
            )
        return concat(t_9)
    context.exported_vars.add('quote')
    context.vars['quote'] = l_0_quote = Macro(environment, macro, 'quote', ('q', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_p, l_1_f):
        t_15 = []
        if l_1_p is missing:
            l_1_p = undefined("parameter 'p' was not provided", name='p')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_15.extend((
            '**',
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_1_p, 'plan'), 'key'))),
        ))
        if (environment.getattr(l_1_p, 'limit') == 'price'):
            pass
            t_15.extend((
                '每月',
                str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_1_p, 'true'))),
                '，不是',
                str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_1_p, 'said'))),
            ))
        elif (environment.getattr(l_1_p, 'true') == 0):
            pass
            t_15.extend((
                '不含',
                str(environment.getitem({'pages': '落地页'}, environment.getattr(l_1_p, 'limit'))),
            ))
        else:
            pass
            t_15.extend((
                '是',
                str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_1_p, 'limit'), environment.getattr(l_1_p, 'true'), l_1_f)),
                '，不是',
                str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_1_p, 'said'))),
            ))
        t_15.append(
            '。**',
        )
        return concat(t_15)
    context.exported_vars.add('premise')
    context.vars['premise'] = l_0_premise = Macro(environment, macro, 'premise', ('p', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_rows, l_1_f):
        t_16 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_16.extend((
            '**一共每月',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), t_3(environment, l_1_rows, attribute='total'))),
            '：**',
        ))
        l_2_loop = missing
        for l_2_a, l_2_loop in LoopContext(l_1_rows, undefined):
            _loop_vars = {}
            pass
            t_16.extend((
                str(environment.getattr(l_2_a, 'times')),
                '个',
                str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), environment.getattr(l_2_a, 'offer'), l_1_f, _loop_vars=_loop_vars)),
                str((str_join(('（每个', environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(environment.getattr(l_2_a, 'offer'), 'total'), _loop_vars=_loop_vars), '）', )) if (environment.getattr(l_2_a, 'times') > 1) else cond_expr_undefined("the inline if-expression on line 43 in 'zh.j2' evaluated to false and no else section was defined."))),
                str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_a, 'total'), _loop_vars=_loop_vars)),
                str(('，' if (not environment.getattr(l_2_loop, 'last')) else '。')),
            ))
        l_2_loop = l_2_a = missing
        t_16.append(
            '每个账号单独计费，多账号折扣没有公开说明。',
        )
        return concat(t_16)
    context.exported_vars.add('accounts')
    context.vars['accounts'] = l_0_accounts = Macro(environment, macro, 'accounts', ('rows', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_claims, l_1_because):
        t_17 = []
        if l_1_claims is missing:
            l_1_claims = undefined("parameter 'claims' was not provided", name='claims')
        if l_1_because is missing:
            l_1_because = undefined("parameter 'because' was not provided", name='because')
        pass
        t_17.append(
            '**来源说法不一。**',
        )
        for (l_2_source, l_2_claim) in l_1_claims:
            _loop_vars = {}
            pass
            t_17.extend((
                str(environment.getattr(l_2_source, 'title')),
                '（',
                str(environment.getattr(l_2_source, 'checked')),
                '）：',
                str(l_2_claim),
            ))
        l_2_source = l_2_claim = missing
        t_17.extend((
            '\n',
            str(l_1_because),
        ))
        return concat(t_17)
    context.exported_vars.add('dispute')
    context.vars['dispute'] = l_0_dispute = Macro(environment, macro, 'dispute', ('claims', 'because'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_ours):
        t_18 = []
        if l_1_ours is missing:
            l_1_ours = undefined("parameter 'ours' was not provided", name='ours')
        pass
        t_18.extend((
            '可用的语言：',
            str(t_1(context.eval_ctx, l_1_ours, '、')),
            '。',
        ))
        return concat(t_18)
    context.exported_vars.add('foreign')
    context.vars['foreign'] = l_0_foreign = Macro(environment, macro, 'foreign', ('ours',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_19 = []
        pass
        t_19.append(
            '你的消息里有机密内容，已被去除：没有发送，也没有保存。如果它还在使用，请尽快更换。',
        )
        return concat(t_19)
    context.exported_vars.add('redacted')
    context.vars['redacted'] = l_0_redacted = Macro(environment, macro, 'redacted', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_money, l_1_count, l_1_f):
        t_20 = []
        if l_1_money is missing:
            l_1_money = undefined("parameter 'money' was not provided", name='money')
        if l_1_count is missing:
            l_1_count = undefined("parameter 'count' was not provided", name='count')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_20.extend((
            '**',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), l_1_money)),
            '最多能发',
            str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'sms', l_1_count, l_1_f)),
            '**，按最低单价计算，各国价格不同。',
        ))
        return concat(t_20)
    context.exported_vars.add('budget')
    context.vars['budget'] = l_0_budget = Macro(environment, macro, 'budget', ('money', 'count', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_count, l_1_total, l_1_f):
        t_21 = []
        if l_1_count is missing:
            l_1_count = undefined("parameter 'count' was not provided", name='count')
        if l_1_total is missing:
            l_1_total = undefined("parameter 'total' was not provided", name='total')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_21.extend((
            '**',
            str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'sms', l_1_count, l_1_f)),
            '：',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), l_1_total)),
            '起。**',
        ))
        return concat(t_21)
    context.exported_vars.add('texts')
    context.vars['texts'] = l_0_texts = Macro(environment, macro, 'texts', ('count', 'total', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_recipients, l_1_rows, l_1_f):
        t_22 = []
        if l_1_recipients is missing:
            l_1_recipients = undefined("parameter 'recipients' was not provided", name='recipients')
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        l_2_loop = missing
        for (l_2_plan, l_2_hours), l_2_loop in LoopContext(l_1_rows, undefined):
            _loop_vars = {}
            pass
            if environment.getattr(l_2_loop, 'first'):
                pass
                t_22.extend((
                    '**',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(l_2_plan, 'key'), _loop_vars=_loop_vars)),
                    '约需',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), l_2_hours, _loop_vars=_loop_vars)),
                    '小时**：',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_recipients, _loop_vars=_loop_vars)),
                    '封，',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'hourly', environment.getattr(environment.getattr(l_2_plan, 'limits'), 'hourly'), l_1_f, _loop_vars=_loop_vars)),
                    '。',
                ))
            else:
                pass
                t_22.extend((
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(l_2_plan, 'key'), _loop_vars=_loop_vars)),
                    '：',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), l_2_hours, _loop_vars=_loop_vars)),
                    '小时（每小时',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(environment.getattr(l_2_plan, 'limits'), 'hourly'), _loop_vars=_loop_vars)),
                    '封）。',
                ))
            if (l_1_recipients > environment.getattr(environment.getattr(l_2_plan, 'limits'), 'emails')):
                pass
                t_22.extend((
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(l_2_plan, 'key'), _loop_vars=_loop_vars)),
                    '的额度是',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'emails', environment.getattr(environment.getattr(l_2_plan, 'limits'), 'emails'), l_1_f, _loop_vars=_loop_vars)),
                    '，一个月内发不完。',
                ))
        l_2_loop = l_2_plan = l_2_hours = missing
        return concat(t_22)
    context.exported_vars.add('duration')
    context.vars['duration'] = l_0_duration = Macro(environment, macro, 'duration', ('recipients', 'rows', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_d, l_1_f):
        t_23 = []
        if l_1_d is missing:
            l_1_d = undefined("parameter 'd' was not provided", name='d')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_23.extend((
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getitem(l_1_d, 1), 'key'))),
            '每月比',
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getitem(l_1_d, 0), 'key'))),
            '多',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getitem(l_1_d, 2))),
        ))
        if (environment.getitem(l_1_d, 3) > 1):
            pass
            t_23.extend((
                '，',
                str(environment.getitem(l_1_d, 3)),
                '个月共多',
                str(environment.call(context, environment.getattr(l_1_f, 'money'), (environment.getitem(l_1_d, 2) * environment.getitem(l_1_d, 3)))),
            ))
        t_23.append(
            '。',
        )
        return concat(t_23)
    context.exported_vars.add('difference')
    context.vars['difference'] = l_0_difference = Macro(environment, macro, 'difference', ('d', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_24 = []
        pass
        return concat(t_24)
    context.exported_vars.add('space')
    context.vars['space'] = l_0_space = Macro(environment, macro, 'space', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_text):
        t_25 = []
        if l_1_text is missing:
            l_1_text = undefined("parameter 'text' was not provided", name='text')
        pass
        t_25.extend((
            '**注意：**',
            str(l_1_text),
        ))
        return concat(t_25)
    context.exported_vars.add('gotcha')
    context.vars['gotcha'] = l_0_gotcha = Macro(environment, macro, 'gotcha', ('text',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_what):
        t_26 = []
        if l_1_what is missing:
            l_1_what = undefined("parameter 'what' was not provided", name='what')
        pass
        t_26.append(
            str(environment.getitem({'people': '假设：Advanced以下的套餐也能加购团队成员，文档没有说明。', 'stack': '假设：同一种附加包可以叠加购买。'}, l_1_what)),
        )
        return concat(t_26)
    context.exported_vars.add('assumed')
    context.vars['assumed'] = l_0_assumed = Macro(environment, macro, 'assumed', ('what',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_as_of):
        t_27 = []
        if l_1_as_of is missing:
            l_1_as_of = undefined("parameter 'as_of' was not provided", name='as_of')
        pass
        t_27.extend((
            '价格截至',
            str(l_1_as_of),
            '，请以closum.com为准。',
        ))
        return concat(t_27)
    context.exported_vars.add('prices')
    context.vars['prices'] = l_0_prices = Macro(environment, macro, 'prices', ('as_of',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_date):
        t_28 = []
        if l_1_date is missing:
            l_1_date = undefined("parameter 'date' was not provided", name='date')
        pass
        t_28.extend((
            '以上信息截至',
            str(l_1_date),
            '，之后可能有变，请以closum.com为准。',
        ))
        return concat(t_28)
    context.exported_vars.add('stale')
    context.vars['stale'] = l_0_stale = Macro(environment, macro, 'stale', ('date',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_titles, l_1_source, l_1_date):
        t_29 = []
        if l_1_titles is missing:
            l_1_titles = undefined("parameter 'titles' was not provided", name='titles')
        if l_1_source is missing:
            l_1_source = undefined("parameter 'source' was not provided", name='source')
        if l_1_date is missing:
            l_1_date = undefined("parameter 'date' was not provided", name='date')
        pass
        t_29.extend((
            '来源：',
            str(t_1(context.eval_ctx, l_1_titles, '；')),
            '（',
            str(l_1_source),
            '，',
            str(l_1_date),
            '）',
        ))
        return concat(t_29)
    context.exported_vars.add('sources')
    context.vars['sources'] = l_0_sources = Macro(environment, macro, 'sources', ('titles', 'source', 'date'), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_30 = []
        pass
        t_30.append(
            '模型服务暂时不可用；这是依据同一份知识给出的离线答案。',
        )
        return concat(t_30)
    context.exported_vars.add('fallback')
    context.vars['fallback'] = l_0_fallback = Macro(environment, macro, 'fallback', (), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_31 = []
        pass
        t_31.append(
            '以下是经过核对的回答。',
        )
        return concat(t_31)
    context.exported_vars.add('checked')
    context.vars['checked'] = l_0_checked = Macro(environment, macro, 'checked', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill):
        t_32 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        pass
        t_32.extend((
            '更多内容可用技能 `/',
            str(l_1_skill),
            '`。',
        ))
        return concat(t_32)
    context.exported_vars.add('related')
    context.vars['related'] = l_0_related = Macro(environment, macro, 'related', ('skill',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill):
        t_33 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        pass
        t_33.extend((
            '其余部分更适合用 `/',
            str(l_1_skill),
            '`。',
        ))
        return concat(t_33)
    context.exported_vars.add('also')
    context.vars['also'] = l_0_also = Macro(environment, macro, 'also', ('skill',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_options):
        t_34 = []
        if l_1_options is missing:
            l_1_options = undefined("parameter 'options' was not provided", name='options')
        pass
        t_34.append(
            '你用的是哪个套餐？',
        )
        l_2_loop = missing
        for l_2_o, l_2_loop in LoopContext(l_1_options, undefined):
            _loop_vars = {}
            pass
            t_34.extend((
                str(environment.getitem('ABCDEF', environment.getattr(l_2_loop, 'index0'))),
                ') ',
                str(l_2_o),
                str(('，' if (not environment.getattr(l_2_loop, 'last')) else cond_expr_undefined("the inline if-expression on line 65 in 'zh.j2' evaluated to false and no else section was defined."))),
            ))
        l_2_loop = l_2_o = missing
        return concat(t_34)
    context.exported_vars.add('ask_plan')
    context.vars['ask_plan'] = l_0_ask_plan = Macro(environment, macro, 'ask_plan', ('options',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_35 = []
        pass
        t_35.append(
            '不确定',
        )
        return concat(t_35)
    context.exported_vars.add('not_sure')
    context.vars['not_sure'] = l_0_not_sure = Macro(environment, macro, 'not_sure', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill, l_1_reason):
        t_36 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        if l_1_reason is missing:
            l_1_reason = undefined("parameter 'reason' was not provided", name='reason')
        pass
        t_36.extend((
            '**这个问题更适合用 `/',
            str(l_1_skill),
            '`。**',
            str(l_1_reason),
        ))
        return concat(t_36)
    context.exported_vars.add('handoff')
    context.vars['handoff'] = l_0_handoff = Macro(environment, macro, 'handoff', ('skill', 'reason'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill):
        t_37 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        pass
        t_37.extend((
            '这是另一个技能：启动 `/',
            str(l_1_skill),
            '`，把下面这段粘贴进去：',
        ))
        return concat(t_37)
    context.exported_vars.add('paste')
    context.vars['paste'] = l_0_paste = Macro(environment, macro, 'paste', ('skill',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_line):
        t_38 = []
        if l_1_line is missing:
            l_1_line = undefined("parameter 'line' was not provided", name='line')
        pass
        t_38.extend((
            '还没安装？`',
            str(l_1_line),
            '`',
        ))
        return concat(t_38)
    context.exported_vars.add('install')
    context.vars['install'] = l_0_install = Macro(environment, macro, 'install', ('line',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_text, l_1_plan, l_1_ours):
        t_39 = []
        if l_1_text is missing:
            l_1_text = undefined("parameter 'text' was not provided", name='text')
        if l_1_plan is missing:
            l_1_plan = undefined("parameter 'plan' was not provided", name='plan')
        if l_1_ours is missing:
            l_1_ours = undefined("parameter 'ours' was not provided", name='ours')
        pass
        t_39.extend((
            str(('我在用Closum。' if l_1_ours else cond_expr_undefined("the inline if-expression on line 70 in 'zh.j2' evaluated to false and no else section was defined."))),
            str(l_1_text),
            str((str_join(('（我的Closum套餐：', l_1_plan, '）', )) if l_1_plan else cond_expr_undefined("the inline if-expression on line 70 in 'zh.j2' evaluated to false and no else section was defined."))),
        ))
        return concat(t_39)
    context.exported_vars.add('request')
    context.vars['request'] = l_0_request = Macro(environment, macro, 'request', ('text', 'plan', 'ours'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_tone):
        t_40 = []
        if l_1_tone is missing:
            l_1_tone = undefined("parameter 'tone' was not provided", name='tone')
        pass
        if (l_1_tone == 'thanks'):
            pass
            t_40.append(
                '不客气！还有Closum的问题就直接问。',
            )
        elif (l_1_tone == 'greeting'):
            pass
            t_40.append(
                '你好，在的！我解答Closum的问题，想了解哪方面？',
            )
        elif (l_1_tone == 'troubleshoot'):
            pass
            t_40.append(
                '抱歉给你添麻烦了。告诉我是哪里出的问题、看到了什么提示。',
            )
        else:
            pass
            t_40.append(
                '我解答Closum的问题。再多说一点，或者用字母选择。',
            )
        return concat(t_40)
    context.exported_vars.add('opening')
    context.vars['opening'] = l_0_opening = Macro(environment, macro, 'opening', ('tone',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_n):
        t_41 = []
        if l_1_n is missing:
            l_1_n = undefined("parameter 'n' was not provided", name='n')
        pass
        t_41.append(
            '用字母回答即可',
        )
        if (l_1_n > 1):
            pass
            t_41.append(
                '（例如“J C”）',
            )
        t_41.append(
            '，也可以直接描述。',
        )
        return concat(t_41)
    context.exported_vars.add('answer_by_letter')
    context.vars['answer_by_letter'] = l_0_answer_by_letter = Macro(environment, macro, 'answer_by_letter', ('n',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_code):
        t_42 = []
        if l_1_code is missing:
            l_1_code = undefined("parameter 'code' was not provided", name='code')
        pass
        if (l_1_code == 'rules'):
            pass
            t_42.append(
                '我不能透露或更改自己的设置。',
            )
        elif (l_1_code == 'account_action'):
            pass
            t_42.append(
                '我无法操作你的账号：我没有访问权限，只能讲解Closum怎么用。账号相关事宜请通过closum.com联系Closum。',
            )
        elif (l_1_code == 'unsafe'):
            pass
            t_42.append(
                '这个我不能帮忙：它会伤害收件人，也会损害你的发件人信誉。',
            )
        else:
            pass
            t_42.append(
                '这不在我能解答的范围内。',
            )
        return concat(t_42)
    context.exported_vars.add('decline')
    context.vars['decline'] = l_0_decline = Macro(environment, macro, 'decline', ('code',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_43 = []
        pass
        t_43.append(
            '我解答Closum的问题：邮件、SMS、WhatsApp、Telegram、Web推送、落地页、自动化、联系人、套餐与价格、API和集成。',
        )
        return concat(t_43)
    context.exported_vars.add('covers')
    context.vars['covers'] = l_0_covers = Macro(environment, macro, 'covers', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_engine):
        t_44 = []
        if l_1_engine is missing:
            l_1_engine = undefined("parameter 'engine' was not provided", name='engine')
        pass
        t_44.extend((
            'closum-help：解答Closum的问题。非官方、自动回复，与Closum无关联。引擎：',
            str(l_1_engine),
            '。\n试试：“每月8000封邮件要哪个套餐？”·“怎么搭建WhatsApp自动化？”·“自动化不触发”\n/help 查看命令，/exit 退出。',
        ))
        return concat(t_44)
    context.exported_vars.add('welcome')
    context.vars['welcome'] = l_0_welcome = Macro(environment, macro, 'welcome', ('engine',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_45 = []
        pass
        t_45.append(
            '直接用自己的话提问。用字母回答我的问题，/1 /2 /3 选择建议，/exit 退出。',
        )
        return concat(t_45)
    context.exported_vars.add('chat_help')
    context.vars['chat_help'] = l_0_chat_help = Macro(environment, macro, 'chat_help', (), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '2=30&3=39&4=46&5=53&6=59&7=65&8=71&9=77&12=86&13=94&15=102&16=110&18=127&19=138&21=144&22=152&23=153&24=158&27=187&28=203&29=206&30=224&32=262&34=272&35=286&36=299&37=310&38=329&42=354&43=393&44=424&46=447&47=452&48=465&49=474&50=493&51=512&52=522&54=560&55=588&56=594&57=606&58=617&59=630&60=643&61=664&62=673&63=682&64=695&65=708&66=730&67=739&68=755&69=768&70=781&71=798&72=803&73=808&74=813&78=826&79=845&80=850&81=855&82=860&86=873&87=882&90=895'