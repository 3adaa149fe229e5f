from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'question.md.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_passages = resolve('passages')
    l_0_plan = resolve('plan')
    l_0_view = resolve('view')
    l_0_chosen = resolve('chosen')
    l_0_above = resolve('above')
    l_0_below = resolve('below')
    try:
        t_1 = environment.filters['join']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'join' found.")
    pass
    yield '## This turn\nPassages that answer it: '
    yield str(t_1(context.eval_ctx, (undefined(name='passages') if l_0_passages is missing else l_0_passages), ', '))
    yield "\nThe user's own plan: "
    yield str(((undefined(name='plan') if l_0_plan is missing else l_0_plan) or 'not said; do not assume one'))
    yield '\n'
    if ((undefined(name='view') if l_0_view is missing else l_0_view) and ((undefined(name='view') if l_0_view is missing else l_0_view) != (undefined(name='plan') if l_0_plan is missing else l_0_plan))):
        pass
        yield 'The plan that the question is about: '
        yield str((undefined(name='view') if l_0_view is missing else l_0_view))
        yield '\n'
    for (l_1_name, l_1_value) in environment.call(context, environment.getattr((undefined(name='chosen') if l_0_chosen is missing else l_0_chosen), 'items')):
        _loop_vars = {}
        pass
        yield 'The user picked from a list: '
        yield str(l_1_name)
        yield ' = '
        yield str(l_1_value)
        yield '\n'
    l_1_name = l_1_value = missing
    if (undefined(name='above') if l_0_above is missing else l_0_above):
        pass
        yield '\nThe program prints above your words:\n\n'
        yield str((undefined(name='above') if l_0_above is missing else l_0_above))
        yield '\n'
    if (undefined(name='below') if l_0_below is missing else l_0_below):
        pass
        yield '\nThe program prints below your words:\n\n'
        yield str((undefined(name='below') if l_0_below is missing else l_0_below))
        yield '\n'

blocks = {}
debug_info = '3=24&4=26&5=28&6=31&8=33&9=37&11=42&15=45&17=47&21=50'