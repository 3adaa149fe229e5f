from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'clarify.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_tone = resolve('tone')
    l_0_asks = resolve('asks')
    l_0_say = missing
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    try:
        t_2 = environment.filters['replace']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'replace' found.")
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'clarify.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'opening'), (undefined(name='tone') if l_0_tone is missing else l_0_tone)))
    yield '\n\n'
    def t_3(fiter):
        for l_1_ask in fiter:
            if ((undefined(name='tone') if l_0_tone is missing else l_0_tone) != 'thanks'):
                yield l_1_ask
    l_1_loop = missing
    for l_1_ask, l_1_loop in LoopContext(t_3((undefined(name='asks') if l_0_asks is missing else l_0_asks)), undefined):
        _loop_vars = {}
        pass
        yield str(environment.getattr(l_1_ask, 'text'))
        yield ' '
        l_2_loop = missing
        for l_2_option, l_2_loop in LoopContext(environment.getattr(l_1_ask, 'options'), undefined):
            _loop_vars = {}
            pass
            yield str(environment.getitem('ABCDEFGHIJKLMNOP', environment.getattr(l_2_loop, 'index0')))
            yield ') '
            yield str(environment.getitem(environment.call(context, environment.getattr(t_2(context.eval_ctx, environment.getattr(l_2_option, 'label'), '：', ':'), 'split'), ':', _loop_vars=_loop_vars), 0))
            yield str((' · ' if (not environment.getattr(l_2_loop, 'last')) else cond_expr_undefined("the inline if-expression on line 6 in 'clarify.j2' evaluated to false and no else section was defined.")))
        l_2_loop = l_2_option = missing
        yield '\n\n'
    l_1_loop = l_1_ask = missing
    yield str((environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'answer_by_letter'), t_1((undefined(name='asks') if l_0_asks is missing else l_0_asks))) if ((undefined(name='tone') if l_0_tone is missing else l_0_tone) != 'thanks') else cond_expr_undefined("the inline if-expression on line 10 in 'clarify.j2' evaluated to false and no else section was defined.")))

blocks = {}
debug_info = '2=27&3=29&5=31&6=39&10=52'