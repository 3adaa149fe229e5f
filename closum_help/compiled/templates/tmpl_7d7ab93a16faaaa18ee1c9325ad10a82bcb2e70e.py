from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'decline.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_code = resolve('code')
    l_0_also = resolve('also')
    l_0_say = missing
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'decline.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'decline'), (undefined(name='code') if l_0_code is missing else l_0_code)))
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'space')))
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'covers')))
    yield '\n'
    for l_1_skill in (undefined(name='also') if l_0_also is missing else l_0_also):
        _loop_vars = {}
        pass
        yield '\n'
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'also'), l_1_skill, _loop_vars=_loop_vars))
        yield '\n'
    l_1_skill = missing

blocks = {}
debug_info = '2=15&3=17&4=21&6=25'