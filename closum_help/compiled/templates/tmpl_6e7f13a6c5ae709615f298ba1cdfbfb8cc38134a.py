from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'fallback.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    pass
    yield str(environment.getitem({'en': 'The model service could not be used; this is the offline answer, from the same knowledge.', 'zh': '模型服务暂时不可用；这是依据同一份知识给出的离线答案。'}, (undefined(name='language') if l_0_language is missing else l_0_language)))

blocks = {}
debug_info = '5=12'