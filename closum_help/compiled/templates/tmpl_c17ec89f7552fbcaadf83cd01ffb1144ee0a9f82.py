from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'passage.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_passage = missing
    try:
        t_1 = environment.tests['defined']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No test named 'defined' found.")
    pass
    def macro(l_1_e, l_1_view):
        t_2 = []
        if l_1_e is missing:
            l_1_e = undefined("parameter 'e' was not provided", name='e')
        if l_1_view is missing:
            l_1_view = undefined("parameter 'view' was not provided", name='view')
        pass
        if ((l_1_view and t_1(environment.getattr(l_1_e, 'by_plan'))) and (l_1_view in environment.getattr(l_1_e, 'by_plan'))):
            pass
            t_2.extend((
                str(environment.getitem(environment.getattr(l_1_e, 'by_plan'), l_1_view)),
                '\n',
            ))
        elif (t_1(environment.getattr(l_1_e, 'lead')) and (t_1(environment.getattr(l_1_e, 'steps')) or t_1(environment.getattr(l_1_e, 'points')))):
            pass
            t_2.extend((
                str(environment.getattr(l_1_e, 'lead')),
                '\n',
            ))
        elif t_1(environment.getattr(l_1_e, 'text')):
            pass
            t_2.extend((
                str(environment.getattr(l_1_e, 'text')),
                '\n',
            ))
        t_2.append(
            '\n',
        )
        if t_1(environment.getattr(l_1_e, 'steps')):
            pass
            l_2_loop = missing
            for l_2_step, l_2_loop in LoopContext(environment.getattr(l_1_e, 'steps'), undefined):
                _loop_vars = {}
                pass
                t_2.extend((
                    str(environment.getattr(l_2_loop, 'index')),
                    '. ',
                    str(l_2_step),
                    '\n',
                ))
            l_2_loop = l_2_step = missing
            t_2.append(
                '\n',
            )
        if t_1(environment.getattr(l_1_e, 'points')):
            pass
            for l_2_point in environment.getattr(l_1_e, 'points'):
                _loop_vars = {}
                pass
                t_2.extend((
                    '- ',
                    str(l_2_point),
                    '\n',
                ))
            l_2_point = missing
            t_2.append(
                '\n',
            )
        if t_1(environment.getattr(l_1_e, 'note')):
            pass
            t_2.extend((
                str(environment.getattr(l_1_e, 'note')),
                '\n\n',
            ))
        return concat(t_2)
    context.exported_vars.add('passage')
    context.vars['passage'] = l_0_passage = Macro(environment, macro, 'passage', ('e', 'view'), False, False, False, context.eval_ctx.autoescape)

blocks = {}
debug_info = '2=18&3=25&4=28&5=31&6=34&7=37&8=40&11=46&12=49&13=53&17=62&18=64&19=69&23=76&24=79'