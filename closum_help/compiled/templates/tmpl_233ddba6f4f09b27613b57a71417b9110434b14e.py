from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'book.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_entry = resolve('entry')
    l_0_passage = missing
    try:
        t_1 = environment.tests['defined']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No test named 'defined' found.")
    pass
    included_template = environment.get_template('passage.j2', 'book.j2')._get_default_module(context)
    l_0_passage = getattr(included_template, 'passage', missing)
    if l_0_passage is missing:
        l_0_passage = undefined(f"the template {included_template.__name__!r} (imported on line 2 in 'book.j2') does not export the requested name 'passage'", name='passage')
    context.vars['passage'] = l_0_passage
    context.exported_vars.discard('passage')
    yield '### '
    yield str(environment.getattr((undefined(name='entry') if l_0_entry is missing else l_0_entry), 'id'))
    yield ': '
    yield str(environment.getattr((undefined(name='entry') if l_0_entry is missing else l_0_entry), 'title'))
    yield '\n'
    yield str(environment.call(context, (undefined(name='passage') if l_0_passage is missing else l_0_passage), (undefined(name='entry') if l_0_entry is missing else l_0_entry), ''))
    yield '\n'
    if t_1(environment.getattr((undefined(name='entry') if l_0_entry is missing else l_0_entry), 'by_plan')):
        pass
        for (l_1_plan, l_1_text) in environment.call(context, environment.getattr(environment.getattr((undefined(name='entry') if l_0_entry is missing else l_0_entry), 'by_plan'), 'items')):
            l_1_f = resolve('f')
            _loop_vars = {}
            pass
            yield '- '
            yield str(environment.call(context, environment.getattr((undefined(name='f') if l_1_f is missing else l_1_f), 'plan'), l_1_plan, _loop_vars=_loop_vars))
            yield ': '
            yield str(l_1_text)
            yield '\n'
        l_1_plan = l_1_text = l_1_f = missing

blocks = {}
debug_info = '2=19&3=26&4=30&5=32&6=34&7=39'