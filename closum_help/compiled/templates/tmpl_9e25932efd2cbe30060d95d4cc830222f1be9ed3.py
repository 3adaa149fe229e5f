from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'en.j2'

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
        t_3 = environment.filters['replace']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named 'replace' found.")
    try:
        t_4 = environment.filters['sum']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named 'sum' found.")
    pass
    def macro(l_1_limit, l_1_n, l_1_f):
        t_5 = []
        if l_1_limit is missing:
            l_1_limit = undefined("parameter 'limit' was not provided", name='limit')
        if l_1_n is missing:
            l_1_n = undefined("parameter 'n' was not provided", name='n')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        if (l_1_limit == 'emails'):
            pass
            t_5.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                ' e-mails a month',
            ))
        elif (l_1_limit == 'hourly'):
            pass
            t_5.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                ' e-mails an hour',
            ))
        elif (l_1_limit == 'automations'):
            pass
            t_5.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                ' automation',
                str(('' if (l_1_n == 1) else 's')),
            ))
        elif (l_1_limit == 'pages'):
            pass
            t_5.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                ' landing page',
                str(('' if (l_1_n == 1) else 's')),
            ))
        elif (l_1_limit == 'people'):
            pass
            t_5.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                ' ',
                str(('person' if (l_1_n == 1) else 'people')),
            ))
        elif (l_1_limit == 'days'):
            pass
            t_5.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                ' days of data',
            ))
        elif (l_1_limit == 'sms'):
            pass
            t_5.extend((
                str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_n)),
                ' SMS',
            ))
        return concat(t_5)
    context.exported_vars.add('unit')
    context.vars['unit'] = l_0_unit = Macro(environment, macro, 'unit', ('limit', 'n', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_limit, l_1_n):
        t_6 = []
        if l_1_limit is missing:
            l_1_limit = undefined("parameter 'limit' was not provided", name='limit')
        if l_1_n is missing:
            l_1_n = undefined("parameter 'n' was not provided", name='n')
        pass
        t_6.extend((
            str(environment.call(context, environment.getattr({1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six'}, 'get'), l_1_n, l_1_n)),
            ' ',
            str(environment.getitem({'automations': 'automation', 'pages': 'landing page', 'people': 'team member'}, l_1_limit)),
            ' add-on',
            str(('' if (l_1_n == 1) else 's')),
        ))
        return concat(t_6)
    context.exported_vars.add('addon')
    context.vars['addon'] = l_0_addon = Macro(environment, macro, 'addon', ('limit', 'n'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_o, l_1_f):
        t_7 = []
        if l_1_o is missing:
            l_1_o = undefined("parameter 'o' was not provided", name='o')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_7.append(
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_1_o, 'plan'), 'key'))),
        )
        def t_8(fiter):
            for l_2_line in fiter:
                if environment.getattr(l_2_line, 'limit'):
                    yield l_2_line
        for l_2_line in t_8(environment.getattr(l_1_o, 'lines')):
            _loop_vars = {}
            pass
            t_7.extend((
                ' + ',
                str((str_join((environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars), ' SMS', )) if (environment.getattr(l_2_line, 'limit') == 'sms') else environment.call(context, (undefined(name='addon') if l_0_addon is missing else l_0_addon), environment.getattr(l_2_line, 'limit'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars))),
            ))
        l_2_line = missing
        return concat(t_7)
    context.exported_vars.add('offer')
    context.vars['offer'] = l_0_offer = Macro(environment, macro, 'offer', ('o', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_o, l_1_q, l_1_f):
        t_9 = []
        if l_1_o is missing:
            l_1_o = undefined("parameter 'o' was not provided", name='o')
        if l_1_q is missing:
            l_1_q = undefined("parameter 'q' was not provided", name='q')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_9.extend((
            str(('from ' if environment.getattr(l_1_q, 'sms') else cond_expr_undefined("the inline if-expression on line 19 in 'en.j2' evaluated to false and no else section was defined."))),
            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_1_o, 'total'))),
            ' a month',
        ))
        return concat(t_9)
    context.exported_vars.add('price')
    context.vars['price'] = l_0_price = Macro(environment, macro, 'price', ('o', 'q', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_q, l_1_f):
        t_10 = []
        l_1_o = missing
        if l_1_q is missing:
            l_1_q = undefined("parameter 'q' was not provided", name='q')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        l_1_o = environment.getattr(l_1_q, 'best')
        if (not (undefined(name='o') if l_1_o is missing else l_1_o)):
            pass
            t_10.append(
                '**No documented plan covers that.**',
            )
            for l_2_m in environment.getattr(l_1_q, 'misfits')[-1:]:
                _loop_vars = {}
                pass
                t_10.extend((
                    ' ',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_2_m, 'plan'), 'key'), _loop_vars=_loop_vars)),
                    ', the largest, stops at ',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_2_m, 'limit'), environment.getattr(l_2_m, 'has'), l_1_f, _loop_vars=_loop_vars)),
                    '; you need ',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_2_m, 'needs'), _loop_vars=_loop_vars)),
                    '.',
                ))
                if ((environment.getattr(l_2_m, 'limit') == 'emails') and (environment.getattr(l_2_m, 'needs') <= environment.call(context, environment.getattr(environment.getattr(environment.getattr(l_2_m, 'plan'), 'limits'), 'get'), 'hourly', 0, _loop_vars=_loop_vars))):
                    pass
                    t_10.extend((
                        ' Its ',
                        str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(environment.getattr(environment.getattr(l_2_m, 'plan'), 'limits'), 'hourly'), _loop_vars=_loop_vars)),
                        ' is the limit an hour, not a month.',
                    ))
                t_10.append(
                    ' What more costs is not documented: ask Closum at closum.com.',
                )
            l_2_m = missing
            t_10.append(
                '\n',
            )
        else:
            pass
            t_10.extend((
                '**',
                str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), (undefined(name='o') if l_1_o is missing else l_1_o), l_1_f)),
                ': ',
                str(environment.call(context, (undefined(name='price') if l_0_price is missing else l_0_price), (undefined(name='o') if l_1_o is missing else l_1_o), l_1_q, l_1_f)),
            ))
            if (environment.getattr(l_1_q, 'months') > 1):
                pass
                t_10.extend((
                    ', ',
                    str(environment.call(context, environment.getattr(l_1_f, 'money'), (environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total') * environment.getattr(l_1_q, 'months')))),
                    ' for ',
                    str(environment.getattr(l_1_q, 'months')),
                    ' months (paid monthly; no yearly discount is documented)',
                ))
            t_10.append(
                '.**',
            )
            if (t_2(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'lines')) > 1):
                pass
                t_10.extend((
                    ' ',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'key'))),
                    ' is ',
                    str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'price'))),
                ))
                def t_11(fiter):
                    for l_2_limit in fiter:
                        if ((l_2_limit in environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'limits')) and environment.getitem(environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'limits'), l_2_limit)):
                            yield l_2_limit
                l_2_loop = missing
                for l_2_limit, l_2_loop in LoopContext(t_11(environment.getattr(environment.getattr(l_1_q, 'needs'), 'amounts')), undefined):
                    _loop_vars = {}
                    pass
                    t_10.extend((
                        str((' (' if environment.getattr(l_2_loop, 'first') else ', ')),
                        str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), l_2_limit, environment.getitem(environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'limits'), l_2_limit), l_1_f, _loop_vars=_loop_vars)),
                        str((')' if environment.getattr(l_2_loop, 'last') else cond_expr_undefined("the inline if-expression on line 29 in 'en.j2' evaluated to false and no else section was defined."))),
                    ))
                l_2_loop = l_2_limit = missing
                def t_12(fiter):
                    for l_2_line in fiter:
                        if environment.getattr(l_2_line, 'limit'):
                            yield l_2_line
                for l_2_line in t_12(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'lines')):
                    _loop_vars = {}
                    pass
                    t_10.append(
                        '; ',
                    )
                    if (environment.getattr(l_2_line, 'limit') == 'sms'):
                        pass
                        t_10.extend((
                            str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars)),
                            ' SMS, billed separately from ',
                            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_line, 'unit'), _loop_vars=_loop_vars)),
                            ' each, are ',
                            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_line, 'total'), _loop_vars=_loop_vars)),
                            ', varying by country',
                        ))
                    else:
                        pass
                        t_10.extend((
                            str(environment.call(context, (undefined(name='addon') if l_0_addon is missing else l_0_addon), environment.getattr(l_2_line, 'limit'), environment.getattr(l_2_line, 'times'), _loop_vars=_loop_vars)),
                            ' at ',
                            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_line, 'unit'), _loop_vars=_loop_vars)),
                            str((' each' if (environment.getattr(l_2_line, 'times') > 1) else cond_expr_undefined("the inline if-expression on line 30 in 'en.j2' evaluated to false and no else section was defined."))),
                            ' ',
                            str(('brings' if (environment.getattr(l_2_line, 'times') == 1) else 'bring')),
                            ' ',
                            str(environment.getattr(l_2_line, 'brings')),
                            ' more, so ',
                            str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_2_line, 'limit'), environment.getitem(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'holds'), environment.getattr(l_2_line, 'limit')), l_1_f, _loop_vars=_loop_vars)),
                            ' in all',
                        ))
                l_2_line = missing
                t_10.append(
                    '.',
                )
            else:
                pass
                l_2_loop = missing
                for l_2_limit, l_2_loop in LoopContext(environment.getattr(environment.getattr(l_1_q, 'needs'), 'amounts'), undefined):
                    _loop_vars = {}
                    pass
                    t_10.extend((
                        str((' It includes ' if environment.getattr(l_2_loop, 'first') else ', ')),
                        str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), l_2_limit, environment.getitem(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'holds'), l_2_limit), l_1_f, _loop_vars=_loop_vars)),
                        str((str_join((' (', environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'emails', environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'holds'), 'emails'), l_1_f, _loop_vars=_loop_vars), ')', )) if ((l_2_limit == 'hourly') and ('emails' not in environment.getattr(environment.getattr(l_1_q, 'needs'), 'amounts'))) else cond_expr_undefined("the inline if-expression on line 32 in 'en.j2' evaluated to false and no else section was defined."))),
                        str(('.' if environment.getattr(l_2_loop, 'last') else cond_expr_undefined("the inline if-expression on line 32 in 'en.j2' evaluated to false and no else section was defined."))),
                    ))
                l_2_loop = l_2_limit = missing
            def t_13(fiter):
                for l_2_m in fiter:
                    if (environment.getattr(environment.getattr(l_2_m, 'plan'), 'price') < environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'price')):
                        yield l_2_m
            for l_2_m in t_13(environment.getattr(l_1_q, 'misfits')):
                _loop_vars = {}
                pass
                t_10.extend((
                    ' ',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_2_m, 'plan'), 'key'), _loop_vars=_loop_vars)),
                    ' stops at ',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_2_m, 'limit'), environment.getattr(l_2_m, 'has'), l_1_f, _loop_vars=_loop_vars)),
                    '.',
                ))
            l_2_m = missing
            if environment.getattr(l_1_q, 'compared'):
                pass
                for l_2_other in environment.getattr(l_1_q, 'others'):
                    _loop_vars = {}
                    pass
                    t_10.extend((
                        ' ',
                        str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), l_2_other, l_1_f, _loop_vars=_loop_vars)),
                        ': ',
                        str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_other, 'total'), _loop_vars=_loop_vars)),
                        str((str_join((', and gives ', environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars), )) if environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars) else cond_expr_undefined("the inline if-expression on line 35 in 'en.j2' evaluated to false and no else section was defined."))),
                        '.',
                    ))
                l_2_other = missing
            if ((environment.getattr(l_1_q, 'own') and (environment.getattr(l_1_q, 'own') != (undefined(name='o') if l_1_o is missing else l_1_o))) and (not environment.getattr(l_1_q, 'compared'))):
                pass
                t_10.extend((
                    ' On ',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(environment.getattr(l_1_q, 'own'), 'plan'), 'key'))),
                    ' it is ',
                    str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), environment.getattr(l_1_q, 'own'), l_1_f)),
                    ': ',
                    str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(environment.getattr(l_1_q, 'own'), 'total'))),
                    '.',
                ))
            def t_14(fiter):
                for l_2_other in fiter:
                    if (((not environment.getattr(l_1_q, 'compared')) and (environment.getattr(l_2_other, 'total') < environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total'))) and (environment.getattr(environment.getattr(l_2_other, 'plan'), 'price') > environment.getattr(environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'plan'), 'price'))):
                        yield l_2_other
            l_2_loop = missing
            for l_2_other, l_2_loop in LoopContext(t_14(environment.getattr(l_1_q, 'others')), undefined):
                _loop_vars = {}
                pass
                if environment.getattr(l_2_loop, 'first'):
                    pass
                    t_10.extend((
                        ' Cheaper: ',
                        str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), l_2_other, l_1_f, _loop_vars=_loop_vars)),
                        ' at ',
                        str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_other, 'total'), _loop_vars=_loop_vars)),
                        str((str_join((', with ', environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars), )) if environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars) else cond_expr_undefined("the inline if-expression on line 37 in 'en.j2' evaluated to false and no else section was defined."))),
                        '.',
                    ))
            l_2_loop = l_2_other = missing
            def t_15(fiter):
                for l_2_other in fiter:
                    if ((((not environment.getattr(l_1_q, 'compared')) and ((environment.getattr(l_1_q, 'own') != (undefined(name='o') if l_1_o is missing else l_1_o)) or (environment.getattr(l_2_other, 'total') == environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total')))) and (environment.getattr(l_2_other, 'total') >= environment.getattr((undefined(name='o') if l_1_o is missing else l_1_o), 'total'))) and environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit))):
                        yield l_2_other
            l_2_loop = missing
            for l_2_other, l_2_loop in LoopContext(t_15(environment.getattr(l_1_q, 'others')), undefined):
                _loop_vars = {}
                pass
                if environment.getattr(l_2_loop, 'first'):
                    pass
                    t_10.extend((
                        ' ',
                        str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), l_2_other, l_1_f, _loop_vars=_loop_vars)),
                        ' at ',
                        str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_other, 'total'), _loop_vars=_loop_vars)),
                        ' also fits and gives ',
                        str(environment.call(context, environment.getattr(l_1_f, 'gains'), l_2_other, (undefined(name='o') if l_1_o is missing else l_1_o), (undefined(name='unit') if l_0_unit is missing else l_0_unit), _loop_vars=_loop_vars)),
                        '.',
                    ))
            l_2_loop = l_2_other = missing
            t_10.append(
                '\n',
            )
        return concat(t_10)
    context.exported_vars.add('quote')
    context.vars['quote'] = l_0_quote = Macro(environment, macro, 'quote', ('q', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_p, l_1_f):
        t_16 = []
        if l_1_p is missing:
            l_1_p = undefined("parameter 'p' was not provided", name='p')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_16.extend((
            '**',
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getattr(l_1_p, 'plan'), 'key'))),
            ' ',
        ))
        if (environment.getattr(l_1_p, 'limit') == 'price'):
            pass
            t_16.extend((
                'costs ',
                str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_1_p, 'true'))),
                ' a month, not ',
                str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_1_p, 'said'))),
            ))
        elif (environment.getattr(l_1_p, 'true') == 0):
            pass
            t_16.extend((
                'includes no ',
                str(t_3(context.eval_ctx, environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_1_p, 'limit'), 2, l_1_f), '2 ', '')),
            ))
        else:
            pass
            t_16.extend((
                'has ',
                str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), environment.getattr(l_1_p, 'limit'), environment.getattr(l_1_p, 'true'), l_1_f)),
                ', not ',
                str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(l_1_p, 'said'))),
            ))
        t_16.append(
            '.**',
        )
        return concat(t_16)
    context.exported_vars.add('premise')
    context.vars['premise'] = l_0_premise = Macro(environment, macro, 'premise', ('p', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_rows, l_1_f):
        t_17 = []
        if l_1_rows is missing:
            l_1_rows = undefined("parameter 'rows' was not provided", name='rows')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_17.extend((
            '**',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), t_4(environment, l_1_rows, attribute='total'))),
            ' a month in all:** ',
        ))
        l_2_loop = missing
        for l_2_a, l_2_loop in LoopContext(l_1_rows, undefined):
            _loop_vars = {}
            pass
            t_17.extend((
                str(environment.getattr(l_2_a, 'times')),
                ' x ',
                str(environment.call(context, (undefined(name='offer') if l_0_offer is missing else l_0_offer), environment.getattr(l_2_a, 'offer'), l_1_f, _loop_vars=_loop_vars)),
                str((str_join((' at ', environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(environment.getattr(l_2_a, 'offer'), 'total'), _loop_vars=_loop_vars), ' each', )) if (environment.getattr(l_2_a, 'times') > 1) else cond_expr_undefined("the inline if-expression on line 43 in 'en.j2' evaluated to false and no else section was defined."))),
                ' = ',
                str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getattr(l_2_a, 'total'), _loop_vars=_loop_vars)),
                str((', ' if (not environment.getattr(l_2_loop, 'last')) else '.')),
            ))
        l_2_loop = l_2_a = missing
        t_17.append(
            ' Each account is billed on its own; a discount for several is not documented.',
        )
        return concat(t_17)
    context.exported_vars.add('accounts')
    context.vars['accounts'] = l_0_accounts = Macro(environment, macro, 'accounts', ('rows', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_claims, l_1_because):
        t_18 = []
        if l_1_claims is missing:
            l_1_claims = undefined("parameter 'claims' was not provided", name='claims')
        if l_1_because is missing:
            l_1_because = undefined("parameter 'because' was not provided", name='because')
        pass
        t_18.append(
            '**Sources differ.** ',
        )
        for (l_2_source, l_2_claim) in l_1_claims:
            _loop_vars = {}
            pass
            t_18.extend((
                str(environment.getattr(l_2_source, 'title')),
                ' (',
                str(environment.getattr(l_2_source, 'checked')),
                '): ',
                str(l_2_claim),
                ' ',
            ))
        l_2_source = l_2_claim = missing
        t_18.extend((
            '\n',
            str(l_1_because),
        ))
        return concat(t_18)
    context.exported_vars.add('dispute')
    context.vars['dispute'] = l_0_dispute = Macro(environment, macro, 'dispute', ('claims', 'because'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_ours):
        t_19 = []
        if l_1_ours is missing:
            l_1_ours = undefined("parameter 'ours' was not provided", name='ours')
        pass
        t_19.extend((
            'I answer in ',
            str(t_1(context.eval_ctx, l_1_ours, ', ')),
            '.',
        ))
        return concat(t_19)
    context.exported_vars.add('foreign')
    context.vars['foreign'] = l_0_foreign = Macro(environment, macro, 'foreign', ('ours',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_20 = []
        pass
        t_20.append(
            'A secret in your message was taken out: it was neither sent nor stored. If it is in use, have it replaced.',
        )
        return concat(t_20)
    context.exported_vars.add('redacted')
    context.vars['redacted'] = l_0_redacted = Macro(environment, macro, 'redacted', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_money, l_1_count, l_1_f):
        t_21 = []
        if l_1_money is missing:
            l_1_money = undefined("parameter 'money' was not provided", name='money')
        if l_1_count is missing:
            l_1_count = undefined("parameter 'count' was not provided", name='count')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_21.extend((
            '**',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), l_1_money)),
            ' buys at most ',
            str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'sms', l_1_count, l_1_f)),
            '**, at the lowest price listed; it varies by country.',
        ))
        return concat(t_21)
    context.exported_vars.add('budget')
    context.vars['budget'] = l_0_budget = Macro(environment, macro, 'budget', ('money', 'count', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_count, l_1_total, l_1_f):
        t_22 = []
        if l_1_count is missing:
            l_1_count = undefined("parameter 'count' was not provided", name='count')
        if l_1_total is missing:
            l_1_total = undefined("parameter 'total' was not provided", name='total')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_22.extend((
            '**',
            str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'sms', l_1_count, l_1_f)),
            ' cost from ',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), l_1_total)),
            '.**',
        ))
        return concat(t_22)
    context.exported_vars.add('texts')
    context.vars['texts'] = l_0_texts = Macro(environment, macro, 'texts', ('count', 'total', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_recipients, l_1_rows, l_1_f):
        t_23 = []
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
                t_23.extend((
                    '**About ',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), l_2_hours, _loop_vars=_loop_vars)),
                    ' hour',
                    str(('' if (l_2_hours == 1) else 's')),
                    ' on ',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(l_2_plan, 'key'), _loop_vars=_loop_vars)),
                    '**: ',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), l_1_recipients, _loop_vars=_loop_vars)),
                    ' e-mails at ',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'hourly', environment.getattr(environment.getattr(l_2_plan, 'limits'), 'hourly'), l_1_f, _loop_vars=_loop_vars)),
                    '.',
                ))
            else:
                pass
                t_23.extend((
                    ' ',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(l_2_plan, 'key'), _loop_vars=_loop_vars)),
                    ': ',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), l_2_hours, _loop_vars=_loop_vars)),
                    ' hour',
                    str(('' if (l_2_hours == 1) else 's')),
                    ' (',
                    str(environment.call(context, environment.getattr(l_1_f, 'number'), environment.getattr(environment.getattr(l_2_plan, 'limits'), 'hourly'), _loop_vars=_loop_vars)),
                    ' an hour).',
                ))
            if (l_1_recipients > environment.getattr(environment.getattr(l_2_plan, 'limits'), 'emails')):
                pass
                t_23.extend((
                    ' ',
                    str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(l_2_plan, 'key'), _loop_vars=_loop_vars)),
                    ' holds ',
                    str(environment.call(context, (undefined(name='unit') if l_0_unit is missing else l_0_unit), 'emails', environment.getattr(environment.getattr(l_2_plan, 'limits'), 'emails'), l_1_f, _loop_vars=_loop_vars)),
                    ', so the list does not fit in one month.',
                ))
        l_2_loop = l_2_plan = l_2_hours = missing
        return concat(t_23)
    context.exported_vars.add('duration')
    context.vars['duration'] = l_0_duration = Macro(environment, macro, 'duration', ('recipients', 'rows', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_d, l_1_f):
        t_24 = []
        if l_1_d is missing:
            l_1_d = undefined("parameter 'd' was not provided", name='d')
        if l_1_f is missing:
            l_1_f = undefined("parameter 'f' was not provided", name='f')
        pass
        t_24.extend((
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getitem(l_1_d, 1), 'key'))),
            ' costs ',
            str(environment.call(context, environment.getattr(l_1_f, 'money'), environment.getitem(l_1_d, 2))),
            ' a month more than ',
            str(environment.call(context, environment.getattr(l_1_f, 'plan'), environment.getattr(environment.getitem(l_1_d, 0), 'key'))),
        ))
        if (environment.getitem(l_1_d, 3) > 1):
            pass
            t_24.extend((
                ', ',
                str(environment.call(context, environment.getattr(l_1_f, 'money'), (environment.getitem(l_1_d, 2) * environment.getitem(l_1_d, 3)))),
                ' over ',
                str(environment.getitem(l_1_d, 3)),
                ' months',
            ))
        t_24.append(
            '.',
        )
        return concat(t_24)
    context.exported_vars.add('difference')
    context.vars['difference'] = l_0_difference = Macro(environment, macro, 'difference', ('d', 'f'), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_25 = []
        pass
        t_25.append(
            ' ',
        )
        return concat(t_25)
    context.exported_vars.add('space')
    context.vars['space'] = l_0_space = Macro(environment, macro, 'space', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_text):
        t_26 = []
        if l_1_text is missing:
            l_1_text = undefined("parameter 'text' was not provided", name='text')
        pass
        t_26.extend((
            '**Watch out:** ',
            str(l_1_text),
        ))
        return concat(t_26)
    context.exported_vars.add('gotcha')
    context.vars['gotcha'] = l_0_gotcha = Macro(environment, macro, 'gotcha', ('text',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_what):
        t_27 = []
        if l_1_what is missing:
            l_1_what = undefined("parameter 'what' was not provided", name='what')
        pass
        t_27.append(
            str(environment.getitem({'people': 'Assumed: team members can be added below Advanced; that is not documented.', 'stack': 'Assumed: several packs of an add-on can be combined.'}, l_1_what)),
        )
        return concat(t_27)
    context.exported_vars.add('assumed')
    context.vars['assumed'] = l_0_assumed = Macro(environment, macro, 'assumed', ('what',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_as_of):
        t_28 = []
        if l_1_as_of is missing:
            l_1_as_of = undefined("parameter 'as_of' was not provided", name='as_of')
        pass
        t_28.extend((
            'Prices as of ',
            str(l_1_as_of),
            ': check closum.com.',
        ))
        return concat(t_28)
    context.exported_vars.add('prices')
    context.vars['prices'] = l_0_prices = Macro(environment, macro, 'prices', ('as_of',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_date):
        t_29 = []
        if l_1_date is missing:
            l_1_date = undefined("parameter 'date' was not provided", name='date')
        pass
        t_29.extend((
            'This is from ',
            str(l_1_date),
            ' and may have changed since: check closum.com.',
        ))
        return concat(t_29)
    context.exported_vars.add('stale')
    context.vars['stale'] = l_0_stale = Macro(environment, macro, 'stale', ('date',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_titles, l_1_source, l_1_date):
        t_30 = []
        if l_1_titles is missing:
            l_1_titles = undefined("parameter 'titles' was not provided", name='titles')
        if l_1_source is missing:
            l_1_source = undefined("parameter 'source' was not provided", name='source')
        if l_1_date is missing:
            l_1_date = undefined("parameter 'date' was not provided", name='date')
        pass
        t_30.extend((
            'Source: ',
            str(t_1(context.eval_ctx, l_1_titles, '; ')),
            ' (',
            str(l_1_source),
            ', ',
            str(l_1_date),
            ')',
        ))
        return concat(t_30)
    context.exported_vars.add('sources')
    context.vars['sources'] = l_0_sources = Macro(environment, macro, 'sources', ('titles', 'source', 'date'), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_31 = []
        pass
        t_31.append(
            'The model service could not be used; this is the offline answer, from the same knowledge.',
        )
        return concat(t_31)
    context.exported_vars.add('fallback')
    context.vars['fallback'] = l_0_fallback = Macro(environment, macro, 'fallback', (), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_32 = []
        pass
        t_32.append(
            'From here: the checked answer.',
        )
        return concat(t_32)
    context.exported_vars.add('checked')
    context.vars['checked'] = l_0_checked = Macro(environment, macro, 'checked', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill):
        t_33 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        pass
        t_33.extend((
            'More on this from the skill `/',
            str(l_1_skill),
            '`.',
        ))
        return concat(t_33)
    context.exported_vars.add('related')
    context.vars['related'] = l_0_related = Macro(environment, macro, 'related', ('skill',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill):
        t_34 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        pass
        t_34.extend((
            'For the rest, `/',
            str(l_1_skill),
            '` serves better.',
        ))
        return concat(t_34)
    context.exported_vars.add('also')
    context.vars['also'] = l_0_also = Macro(environment, macro, 'also', ('skill',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_options):
        t_35 = []
        if l_1_options is missing:
            l_1_options = undefined("parameter 'options' was not provided", name='options')
        pass
        t_35.append(
            'Which plan are you on? ',
        )
        l_2_loop = missing
        for l_2_o, l_2_loop in LoopContext(l_1_options, undefined):
            _loop_vars = {}
            pass
            t_35.extend((
                str(environment.getitem('ABCDEF', environment.getattr(l_2_loop, 'index0'))),
                ') ',
                str(l_2_o),
                str((', ' if (not environment.getattr(l_2_loop, 'last')) else cond_expr_undefined("the inline if-expression on line 65 in 'en.j2' evaluated to false and no else section was defined."))),
            ))
        l_2_loop = l_2_o = missing
        return concat(t_35)
    context.exported_vars.add('ask_plan')
    context.vars['ask_plan'] = l_0_ask_plan = Macro(environment, macro, 'ask_plan', ('options',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_36 = []
        pass
        t_36.append(
            'not sure',
        )
        return concat(t_36)
    context.exported_vars.add('not_sure')
    context.vars['not_sure'] = l_0_not_sure = Macro(environment, macro, 'not_sure', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill, l_1_reason):
        t_37 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        if l_1_reason is missing:
            l_1_reason = undefined("parameter 'reason' was not provided", name='reason')
        pass
        t_37.extend((
            '**`/',
            str(l_1_skill),
            '` serves this better.** ',
            str(l_1_reason),
        ))
        return concat(t_37)
    context.exported_vars.add('handoff')
    context.vars['handoff'] = l_0_handoff = Macro(environment, macro, 'handoff', ('skill', 'reason'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_skill):
        t_38 = []
        if l_1_skill is missing:
            l_1_skill = undefined("parameter 'skill' was not provided", name='skill')
        pass
        t_38.extend((
            'It is another skill: start `/',
            str(l_1_skill),
            '` and paste this:',
        ))
        return concat(t_38)
    context.exported_vars.add('paste')
    context.vars['paste'] = l_0_paste = Macro(environment, macro, 'paste', ('skill',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_line):
        t_39 = []
        if l_1_line is missing:
            l_1_line = undefined("parameter 'line' was not provided", name='line')
        pass
        t_39.extend((
            'Not installed yet? `',
            str(l_1_line),
            '`',
        ))
        return concat(t_39)
    context.exported_vars.add('install')
    context.vars['install'] = l_0_install = Macro(environment, macro, 'install', ('line',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_text, l_1_plan, l_1_ours):
        t_40 = []
        if l_1_text is missing:
            l_1_text = undefined("parameter 'text' was not provided", name='text')
        if l_1_plan is missing:
            l_1_plan = undefined("parameter 'plan' was not provided", name='plan')
        if l_1_ours is missing:
            l_1_ours = undefined("parameter 'ours' was not provided", name='ours')
        pass
        t_40.extend((
            str(('I use Closum. ' if l_1_ours else cond_expr_undefined("the inline if-expression on line 70 in 'en.j2' evaluated to false and no else section was defined."))),
            str(l_1_text),
            str((str_join((' (My Closum plan: ', l_1_plan, '.)', )) if l_1_plan else cond_expr_undefined("the inline if-expression on line 70 in 'en.j2' evaluated to false and no else section was defined."))),
        ))
        return concat(t_40)
    context.exported_vars.add('request')
    context.vars['request'] = l_0_request = Macro(environment, macro, 'request', ('text', 'plan', 'ours'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_tone):
        t_41 = []
        if l_1_tone is missing:
            l_1_tone = undefined("parameter 'tone' was not provided", name='tone')
        pass
        if (l_1_tone == 'thanks'):
            pass
            t_41.append(
                "You're welcome. Anything else about Closum? Just ask.",
            )
        elif (l_1_tone == 'greeting'):
            pass
            t_41.append(
                'Hello! I answer questions about Closum. What is it about?',
            )
        elif (l_1_tone == 'troubleshoot'):
            pass
            t_41.append(
                'Sorry about that. Tell me where it happens, and what you see.',
            )
        else:
            pass
            t_41.append(
                'I answer questions about Closum. Tell me a little more, or pick by letter.',
            )
        return concat(t_41)
    context.exported_vars.add('opening')
    context.vars['opening'] = l_0_opening = Macro(environment, macro, 'opening', ('tone',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_n):
        t_42 = []
        if l_1_n is missing:
            l_1_n = undefined("parameter 'n' was not provided", name='n')
        pass
        t_42.append(
            'Answer by letter',
        )
        if (l_1_n > 1):
            pass
            t_42.append(
                ', such as "J C",',
            )
        t_42.append(
            ' or describe it in your own words.',
        )
        return concat(t_42)
    context.exported_vars.add('answer_by_letter')
    context.vars['answer_by_letter'] = l_0_answer_by_letter = Macro(environment, macro, 'answer_by_letter', ('n',), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_code):
        t_43 = []
        if l_1_code is missing:
            l_1_code = undefined("parameter 'code' was not provided", name='code')
        pass
        if (l_1_code == 'rules'):
            pass
            t_43.append(
                "I can't share or change how I am set up.",
            )
        elif (l_1_code == 'account_action'):
            pass
            t_43.append(
                "I can't act on your account: I have no access to it, and only explain how Closum works. For anything about the account itself, contact Closum at closum.com.",
            )
        elif (l_1_code == 'unsafe'):
            pass
            t_43.append(
                "I can't help with that: it would harm the people who receive it, or your sender reputation.",
            )
        else:
            pass
            t_43.append(
                'That is outside what I cover.',
            )
        return concat(t_43)
    context.exported_vars.add('decline')
    context.vars['decline'] = l_0_decline = Macro(environment, macro, 'decline', ('code',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_44 = []
        pass
        t_44.append(
            'I answer questions about Closum: e-mail, SMS, WhatsApp, Telegram, Web Push, landing pages, automations, contacts, plans and prices, API and integrations.',
        )
        return concat(t_44)
    context.exported_vars.add('covers')
    context.vars['covers'] = l_0_covers = Macro(environment, macro, 'covers', (), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_engine):
        t_45 = []
        if l_1_engine is missing:
            l_1_engine = undefined("parameter 'engine' was not provided", name='engine')
        pass
        t_45.extend((
            'closum-help: answers about Closum. Unofficial and automatic, not affiliated with Closum. Engine: ',
            str(l_1_engine),
            '.\nTry: "Which plan do I need for 8,000 e-mails a month?" · "How do I set up a WhatsApp automation?" · "My automation does not start"\n/help lists the commands, /exit leaves.',
        ))
        return concat(t_45)
    context.exported_vars.add('welcome')
    context.vars['welcome'] = l_0_welcome = Macro(environment, macro, 'welcome', ('engine',), False, False, False, context.eval_ctx.autoescape)
    def macro():
        t_46 = []
        pass
        t_46.append(
            'Ask in your own words. A letter answers a question of mine, /1 /2 /3 takes a suggestion, /exit leaves.',
        )
        return concat(t_46)
    context.exported_vars.add('chat_help')
    context.vars['chat_help'] = l_0_chat_help = Macro(environment, macro, 'chat_help', (), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '2=36&3=45&4=51&5=57&6=64&7=71&8=78&9=84&12=93&13=101&15=110&16=118&18=135&19=145&21=152&22=160&23=161&24=166&27=196&28=212&29=216&30=234&32=276&34=286&35=301&36=315&37=326&38=345&42=371&43=411&44=443&46=467&47=472&48=485&49=494&50=513&51=532&52=542&54=586&55=615&56=624&57=636&58=647&59=660&60=673&61=694&62=703&63=712&64=725&65=738&66=760&67=769&68=785&69=798&70=811&71=828&72=833&73=838&74=843&78=856&79=875&80=880&81=885&82=890&86=903&87=912&90=925'