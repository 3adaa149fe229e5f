from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'handoff.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_skill = resolve('skill')
    l_0_reason = resolve('reason')
    l_0_ours = resolve('ours')
    l_0_prompt = resolve('prompt')
    l_0_install = resolve('install')
    l_0_say = missing
    try:
        t_1 = environment.filters['replace']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'replace' found.")
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'handoff.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'handoff'), (undefined(name='skill') if l_0_skill is missing else l_0_skill), (undefined(name='reason') if l_0_reason is missing else l_0_reason)))
    yield '\n\n'
    if (undefined(name='ours') if l_0_ours is missing else l_0_ours):
        pass
        yield str((undefined(name='ours') if l_0_ours is missing else l_0_ours))
        yield '\n\n'
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'paste'), (undefined(name='skill') if l_0_skill is missing else l_0_skill)))
    yield '\n\n> '
    yield str(t_1(context.eval_ctx, (undefined(name='prompt') if l_0_prompt is missing else l_0_prompt), '\n', '\n> '))
    yield '\n\n'
    yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'install'), (undefined(name='install') if l_0_install is missing else l_0_install)))

blocks = {}
debug_info = '2=24&3=26&5=28&6=30&9=32&11=34&13=36'