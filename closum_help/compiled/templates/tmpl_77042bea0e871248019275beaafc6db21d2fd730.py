from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'line.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_name = resolve('name')
    l_0_args = resolve('args')
    l_0_say = missing
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'line.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    yield str(environment.call(context, environment.getitem((undefined(name='say') if l_0_say is missing else l_0_say), (undefined(name='name') if l_0_name is missing else l_0_name)), *(undefined(name='args') if l_0_args is missing else l_0_args)))

blocks = {}
debug_info = '2=15&3=17'