package io.tidings.templates.internal.analysis;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateElement;
import freemarker.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads FreeMarker's tree of directives. Their expressions are not in it and are read from the file, where the tree
 * says that they are.
 */
@SuppressWarnings("deprecation") // FreeMarker offers no other way to its tree.
final class TreeReader {

    private static final Set<String> NOTHING_TO_FOLLOW = Set.of("comment", "#flush", "#t", "#lt", "#rt", "#nt");

    private final Source source;
    private final Template template;
    private final boolean html;

    TreeReader(Source source, Template template) {
        this.source = source;
        this.template = template;
        this.html = template.getOutputFormat() instanceof HTMLOutputFormat && template.getAutoEscaping();
    }

    Node.Block read() {
        TemplateElement root = template.getRootTreeNode();
        return directive(root).equals("root") ? block(root) : new Node.Block(List.of(node(root)), span(root));
    }

    private Node.Block block(TemplateElement parent) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < parent.getChildCount(); i++) {
            nodes.add(node(child(parent, i)));
        }
        return new Node.Block(nodes, span(parent));
    }

    private Node node(TemplateElement element) {
        String directive = directive(element);
        if (directive.startsWith("${") || directive.startsWith("#{")) {
            Expr value = new ExpressionParser(scanner(element, 2)).expression();
            boolean number = directive.startsWith("#{");
            return new Node.Output(number ? new Expr.Sign(value, value.span()) : value, html, span(element));
        }
        if (directive.startsWith("@")) {
            return call(element);
        }
        if (NOTHING_TO_FOLLOW.contains(directive)) {
            return new Node.Block(List.of(), span(element));
        }
        if (!directive.startsWith("#")) {
            return directive.equals("text") ? literal(element) : new Node.Unsupported(directive, span(element));
        }
        return switch (directive) {
            case "#if-#elseif-#else-container" -> new Node.If(branches(element), span(element));
            case "#if" -> new Node.If(List.of(branch(element)), span(element));
            case "#switch" -> choice(element);
            case "#list-#else-container" -> loop(child(element, 0), block(child(element, 1)));
            case "#list" -> loop(element, null);
            case "#items" -> items(element);
            case "#sep", "#compress", "#autoesc" -> block(element);
            case "#assign-container" -> assignments(element, Node.Scope.NAMESPACE);
            case "#local-container" -> assignments(element, Node.Scope.LOCAL);
            case "#global-container" -> assignments(element, Node.Scope.GLOBAL);
            case "#assign" -> assignment(element, Node.Scope.NAMESPACE);
            case "#local" -> assignment(element, Node.Scope.LOCAL);
            case "#global" -> assignment(element, Node.Scope.GLOBAL);
            case "#macro" -> macro(element, false);
            case "#function" -> macro(element, true);
            case "#nested" -> new Node.Nested(Heads.positional(afterName(element)), span(element));
            case "#return" -> returned(element);
            case "#import" -> imported(element);
            case "#include" -> new Node.Include(parser(element).expression(), span(element));
            case "#break", "#continue" -> new Node.Jump(span(element));
            case "#stop" -> new Node.Stop(Heads.positional(afterName(element)), span(element));
            case "#setting" -> setting(element);
            case "#attempt" -> attempt(element);
            case "#noautoesc", "#outputformat" -> new Node.Unescaped(block(element), span(element));
            default -> new Node.Unsupported("<" + directive + ">", span(element));
        };
    }

    private Node assignments(TemplateElement element, Node.Scope scope) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < element.getChildCount(); i++) {
            nodes.add(assignment(child(element, i), scope));
        }
        return new Node.Block(nodes, span(element));
    }

    private Node literal(TemplateElement element) {
        Span span = span(element);
        return new Node.Literal(span.text(), span);
    }

    private List<Node.Branch> branches(TemplateElement parent) {
        List<Node.Branch> branches = new ArrayList<>();
        for (int i = 0; i < parent.getChildCount(); i++) {
            if (directive(child(parent, i)).startsWith("#")) {
                branches.add(branch(child(parent, i)));
            }
        }
        return branches;
    }

    private Node choice(TemplateElement element) {
        boolean fallsThrough = false;
        for (int i = 0; i < element.getChildCount(); i++) {
            fallsThrough |= directive(child(element, i)).equals("#case");
        }
        return new Node.Switch(parser(element).expression(), branches(element), fallsThrough, span(element));
    }

    private Node.Branch branch(TemplateElement element) {
        return switch (directive(element)) {
            case "#if", "#elseif", "#case" ->
                new Node.Branch(List.of(parser(element).expression()), block(element));
            case "#on" -> new Node.Branch(Heads.positional(afterName(element)), block(element));
            default -> new Node.Branch(List.of(), block(element));
        };
    }

    private Node loop(TemplateElement element, Node.@Nullable Block otherwise) {
        Scanner scanner = afterName(element);
        Expr list = new ExpressionParser(scanner).expression();
        return new Node.Loop(list, Heads.loopVariables(scanner), block(element), otherwise, span(element));
    }

    private Node items(TemplateElement element) {
        return new Node.Items(Heads.loopVariables(afterName(element)), block(element), span(element));
    }

    private Node assignment(TemplateElement element, Node.Scope scope) {
        boolean alone = source.text().startsWith("<", span(element).from())
                || source.text().startsWith("[", span(element).from());
        Scanner scanner = alone ? afterName(element) : scanner(element, 0);
        String name = Heads.name(scanner);
        String operator = scanner.takeAny("=", "+=", "-=", "*=", "/=", "%=", "++", "--");
        Span span = span(element);
        if (operator == null) {
            return scanner.takeWord(Set.of("in")) == null
                    ? new Node.Capture(scope, name, html, block(element), span)
                    : new Node.Unsupported("<#assign … in …>", span);
        }
        boolean counts = operator.equals("++") || operator.equals("--");
        Expr value = counts ? null : new ExpressionParser(scanner).expression();
        return scanner.takeWord(Set.of("in")) == null
                ? new Node.Assign(scope, name, operator, value, span)
                : new Node.Unsupported("<#assign … in …>", span);
    }

    private Node macro(TemplateElement element, boolean function) {
        Scanner scanner = afterName(element);
        String name = Heads.name(scanner);
        Map<String, @Nullable Expr> parameters = new LinkedHashMap<>();
        String rest = Heads.parameters(scanner, parameters);
        return new Node.Macro(name, function, parameters, rest, block(element), span(element));
    }

    private Node call(TemplateElement element) {
        Scanner scanner = scanner(element, 2);
        Expr callee = new ExpressionParser(scanner).expression();
        Map<String, Expr> named = new LinkedHashMap<>();
        List<Expr> positional = Heads.arguments(scanner, named);
        List<String> variables = scanner.takeAny(";") != null && scanner.isAtWord() ? Heads.words(scanner) : List.of();
        return new Node.Call(callee, named, positional, variables, block(element), span(element));
    }

    private Node returned(TemplateElement element) {
        Scanner scanner = afterName(element);
        return new Node.Return(
                scanner.startsOperand() ? new ExpressionParser(scanner).expression() : null, span(element));
    }

    private Node imported(TemplateElement element) {
        Scanner scanner = afterName(element);
        Expr path = new ExpressionParser(scanner).expression();
        scanner.takeWord(Set.of("as"));
        return new Node.Import(path, scanner.word(), span(element));
    }

    private Node setting(TemplateElement element) {
        Scanner scanner = afterName(element);
        scanner.word();
        scanner.expect("=");
        return new Node.Setting(new ExpressionParser(scanner).expression(), span(element));
    }

    private Node attempt(TemplateElement element) {
        List<Node> tried = new ArrayList<>();
        Node.Block recovery = new Node.Block(List.of(), span(element));
        for (int i = 0; i < element.getChildCount(); i++) {
            TemplateElement child = child(element, i);
            if (directive(child).equals("#recover")) {
                recovery = block(child);
            } else {
                tried.add(node(child));
            }
        }
        return new Node.Attempt(new Node.Block(tried, span(element)), recovery, span(element));
    }

    private ExpressionParser parser(TemplateElement element) {
        return new ExpressionParser(afterName(element));
    }

    /** Behind a directive's name, such as {@code <#if}. */
    private Scanner afterName(TemplateElement element) {
        Scanner scanner = scanner(element, 1);
        scanner.takeAny("#");
        scanner.word();
        return scanner;
    }

    private Scanner scanner(TemplateElement element, int skipped) {
        return new Scanner(source, span(element).from() + skipped);
    }

    private Span span(TemplateElement element) {
        if (element.getBeginLine() <= 0) {
            return source.span(0, 0);
        }
        int from = source.offset(element.getBeginLine(), element.getBeginColumn());
        int to = source.offset(element.getEndLine(), element.getEndColumn()) + 1;
        return source.span(from, Math.max(from, Math.min(to, source.text().length())));
    }

    private static TemplateElement child(TemplateElement parent, int index) {
        return (TemplateElement) parent.getChildAt(index);
    }

    /** The first word of what FreeMarker calls it, such as {@code #if}, {@code @page} or {@code text}. */
    private static String directive(TemplateElement element) {
        String description = element.getDescription();
        int end = 0;
        while (end < description.length() && !Character.isWhitespace(description.charAt(end))) {
            end++;
        }
        return description.substring(0, end);
    }
}
