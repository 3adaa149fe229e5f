from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'body.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_premises = resolve('premises')
    l_0_quote = resolve('quote')
    l_0_f = resolve('f')
    l_0_accounts = resolve('accounts')
    l_0_texts = resolve('texts')
    l_0_budget = resolve('budget')
    l_0_duration = resolve('duration')
    l_0_difference = resolve('difference')
    l_0_disputes = resolve('disputes')
    l_0_blocking = resolve('blocking')
    l_0_entries = resolve('entries')
    l_0_say = l_0_passage = missing
    pass
    l_0_say = context.vars['say'] = environment.get_template(str_join(((undefined(name='language') if l_0_language is missing else l_0_language), '.j2', )), 'body.j2')._get_default_module(context)
    context.exported_vars.discard('say')
    included_template = environment.get_template('passage.j2', 'body.j2')._get_default_module(context)
    l_0_passage = getattr(included_template, 'passage', missing)
    if l_0_passage is missing:
        l_0_passage = undefined(f"the template {included_template.__name__!r} (imported on line 3 in 'body.j2') does not export the requested name 'passage'", name='passage')
    context.vars['passage'] = l_0_passage
    context.exported_vars.discard('passage')
    for l_1_p in (undefined(name='premises') if l_0_premises is missing else l_0_premises):
        _loop_vars = {}
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'premise'), l_1_p, (undefined(name='f') if l_0_f is missing else l_0_f), _loop_vars=_loop_vars))
        yield '\n\n'
    l_1_p = missing
    if (undefined(name='quote') if l_0_quote is missing else l_0_quote):
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'quote'), (undefined(name='quote') if l_0_quote is missing else l_0_quote), (undefined(name='f') if l_0_f is missing else l_0_f)))
        yield '\n'
    if (undefined(name='accounts') if l_0_accounts is missing else l_0_accounts):
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'accounts'), (undefined(name='accounts') if l_0_accounts is missing else l_0_accounts), (undefined(name='f') if l_0_f is missing else l_0_f)))
        yield '\n\n'
    if (undefined(name='texts') if l_0_texts is missing else l_0_texts):
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'texts'), environment.getitem((undefined(name='texts') if l_0_texts is missing else l_0_texts), 0), environment.getitem((undefined(name='texts') if l_0_texts is missing else l_0_texts), 1), (undefined(name='f') if l_0_f is missing else l_0_f)))
        yield '\n\n'
    if (undefined(name='budget') if l_0_budget is missing else l_0_budget):
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'budget'), environment.getitem((undefined(name='budget') if l_0_budget is missing else l_0_budget), 0), environment.getitem((undefined(name='budget') if l_0_budget is missing else l_0_budget), 1), (undefined(name='f') if l_0_f is missing else l_0_f)))
        yield '\n\n'
    if (undefined(name='duration') if l_0_duration is missing else l_0_duration):
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'duration'), environment.getitem((undefined(name='duration') if l_0_duration is missing else l_0_duration), 0), environment.getitem((undefined(name='duration') if l_0_duration is missing else l_0_duration), 1), (undefined(name='f') if l_0_f is missing else l_0_f)))
        yield '\n'
    if (undefined(name='difference') if l_0_difference is missing else l_0_difference):
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'difference'), (undefined(name='difference') if l_0_difference is missing else l_0_difference), (undefined(name='f') if l_0_f is missing else l_0_f)))
        yield '\n\n'
    for l_1_d in (undefined(name='disputes') if l_0_disputes is missing else l_0_disputes):
        _loop_vars = {}
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'dispute'), environment.getattr(l_1_d, 'claims'), environment.getattr(l_1_d, 'because'), _loop_vars=_loop_vars))
        yield '\n\n'
    l_1_d = missing
    for l_1_text in (undefined(name='blocking') if l_0_blocking is missing else l_0_blocking):
        _loop_vars = {}
        pass
        yield str(environment.call(context, environment.getattr((undefined(name='say') if l_0_say is missing else l_0_say), 'gotcha'), l_1_text, _loop_vars=_loop_vars))
        yield '\n\n'
    l_1_text = missing
    for l_1_e in (undefined(name='entries') if l_0_entries is missing else l_0_entries):
        l_1_labelled = resolve('labelled')
        l_1_view = resolve('view')
        _loop_vars = {}
        pass
        yield str((str_join(('**', environment.getattr(l_1_e, 'title'), '**\n', )) if (undefined(name='labelled') if l_1_labelled is missing else l_1_labelled) else cond_expr_undefined("the inline if-expression on line 39 in 'body.j2' evaluated to false and no else section was defined.")))
        yield str(environment.call(context, (undefined(name='passage') if l_0_passage is missing else l_0_passage), l_1_e, (undefined(name='view') if l_1_view is missing else l_1_view), _loop_vars=_loop_vars))
        yield '\n'
    l_1_e = l_1_labelled = l_1_view = missing

blocks = {}
debug_info = '2=24&3=26&4=32&5=35&8=38&9=40&11=42&12=44&15=46&16=48&19=50&20=52&23=54&24=56&26=58&27=60&30=62&31=65&34=68&35=71&38=74&39=79'