from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'tail.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_gotchas = resolve('gotchas')
    l_0_assumptions = resolve('assumptions')
    l_0_caveats = resolve('caveats')
    l_0_also = resolve('also')
    l_0_related = resolve('related')
    l_0_sources = resolve('sources')
    l_0_asks = resolve('asks')
    l_0_say = missing
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'tail.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    for l_1_text in (undefined(name='gotchas') if l_0_gotchas is missing else l_0_gotchas):
        _loop_vars = {}
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'gotcha'), l_1_text, _loop_vars=_loop_vars))
        yield '\n\n'
    l_1_text = missing
    l_1_loop = missing
    for l_1_line, l_1_loop in LoopContext(((undefined(name='assumptions') if l_0_assumptions is missing else l_0_assumptions) + (undefined(name='caveats') if l_0_caveats is missing else l_0_caveats)), undefined):
        _loop_vars = {}
        pass
        yield str(l_1_line)
        yield str((environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'space'), _loop_vars=_loop_vars) if (not environment.getattr(l_1_loop, 'last')) else cond_expr_undefined("the inline if-expression on line 8 in 'tail.j2' evaluated to false and no else section was defined.")))
    l_1_loop = l_1_line = missing
    yield '\n\n'
    for l_1_skill in (undefined(name='also') if l_0_also is missing else l_0_also):
        _loop_vars = {}
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'also'), l_1_skill, _loop_vars=_loop_vars))
        yield '\n\n'
    l_1_skill = missing
    for l_1_skill in (undefined(name='related') if l_0_related is missing else l_0_related):
        _loop_vars = {}
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'related'), l_1_skill, _loop_vars=_loop_vars))
        yield '\n\n'
    l_1_skill = missing
    for l_1_s in (undefined(name='sources') if l_0_sources is missing else l_0_sources):
        _loop_vars = {}
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'sources'), environment.getattr(l_1_s, 'titles'), environment.getattr(l_1_s, 'title'), environment.getattr(l_1_s, 'date'), _loop_vars=_loop_vars))
        yield '\n'
    l_1_s = missing
    yield '\n'
    for l_1_ask in (undefined(name='asks') if l_0_asks is missing else l_0_asks):
        _loop_vars = {}
        pass
        yield str(environment.getattr(l_1_ask, 'text'))
        yield '\n'
    l_1_ask = missing

blocks = {}
debug_info = '2=20&3=22&4=25&7=29&8=32&12=36&13=39&16=42&17=45&20=48&21=51&24=55&25=58'