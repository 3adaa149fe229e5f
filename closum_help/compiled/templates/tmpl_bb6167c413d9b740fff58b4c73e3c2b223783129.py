from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'clarify.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_asks = resolve('asks')
    l_0_say = missing
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'clarify.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'hello')))
    yield '\n\n'
    l_1_loop = missing
    for l_1_ask, l_1_loop in LoopContext((undefined(name='asks') if l_0_asks is missing else l_0_asks), undefined):
        _loop_vars = {}
        pass
        yield str(environment.getattr(l_1_ask, 'text'))
        yield '\n'
        l_2_loop = missing
        for l_2_option, l_2_loop in LoopContext(environment.getattr(l_1_ask, 'options'), undefined):
            _loop_vars = {}
            pass
            yield '- '
            yield str(environment.getitem('ABCDEFGHIJKLMNOP', environment.getattr(l_2_loop, 'index0')))
            yield ') '
            yield str(environment.getattr(l_2_option, 'label'))
            yield '\n'
        l_2_loop = l_2_option = missing
        yield '\n'
    l_1_loop = l_1_ask = missing
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'answer_by_letter')))

blocks = {}
debug_info = '2=14&3=16&5=19&6=22&7=25&8=29&12=36'