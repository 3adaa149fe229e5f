from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'welcome.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_engine = resolve('engine')
    l_0_say = missing
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'welcome.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'welcome'), (undefined(name='engine') if l_0_engine is missing else l_0_engine)))

blocks = {}
debug_info = '2=14&3=16'