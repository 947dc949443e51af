using System.CommandLine;
using System.CommandLine.Parsing;
using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>Says what is wrong with the arguments of a call. A text that may have been meant as a URL isn't
/// shown.</summary>
internal static class Usage
{
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    public static void Check(ParseResult call)
    {
        var result = call.CommandResult;
        if (result.Command is not ToolCommand command)
            throw new UsageException(MissingCommand(call, result));

        if (UnknownOption(call, result) is { } unknown)
        {
            throw new UsageException(
                $"'{NameOf(command)}' has no option {Shown(unknown.Split('=', 2)[0])}; it has {OptionsOf(command)}.");
        }

        foreach (var option in result.Children.OfType<OptionResult>())
        {
            if (option.Option.Arity.MinimumNumberOfValues > option.Tokens.Count)
                throw new UsageException($"{option.Option.Name} needs a value.");
            if (option.Option.Arity.MaximumNumberOfValues == 1 && option.IdentifierTokenCount > 1)
                throw new UsageException($"'{NameOf(command)}' takes {option.Option.Name} once.");
        }

        if (call.UnmatchedTokens.Count > 0
            || result.Children.OfType<ArgumentResult>().Any(IsMissing)
            || command.Arguments.Any(argument =>
                argument.Arity.MinimumNumberOfValues > 0 && result.GetResult(argument) is null))
        {
            throw new UsageException($"Write: {SynopsisOf(command)}.");
        }

        if (call.Errors is [var error, ..])
            throw new UsageException(UrlText.WithoutSecrets(error.Message));
    }

    /// <summary>How a command is written, such as <c>slowroll pull &lt;url&gt; &lt;file&gt;</c>.</summary>
    public static string SynopsisOf(Command command) =>
        string.Join(' ', [NameOf(command), .. command.Arguments.Select(SynopsisOf)]);

    private static string SynopsisOf(Argument argument)
    {
        var name = $"<{argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{name}]" : name;
    }

    // With the command that it belongs to, as in "slowroll import manifest".
    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent && parent is not RootCommand
            ? $"{NameOf(parent)} {command.Name}"
            : $"slowroll {command.Name}";

    private static bool IsMissing(ArgumentResult result) =>
        result.Tokens.Count < result.Argument.Arity.MinimumNumberOfValues;

    private static string MissingCommand(ParseResult call, CommandResult result)
    {
        var names = string.Join(", ", result.Command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name));
        return call.UnmatchedTokens is [var first, ..]
            ? $"There is no '{Shown(first)}'; there are {names}."
            : $"Say what to do: {names}.";
    }

    // The library takes an option that it doesn't know for an operand. After -- nothing is an option.
    private static string? UnknownOption(ParseResult call, CommandResult result)
    {
        var separator = call.Tokens.ToList().FindIndex(token => token.Type == TokenType.DoubleDash);
        var after = separator < 0 ? 0 : call.Tokens.Count - separator - 1;
        List<string> operands =
        [
            .. result.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
                .Select(token => token.Value),
            .. call.UnmatchedTokens,
        ];
        return operands.Take(Math.Max(0, operands.Count - after))
            .FirstOrDefault(operand => operand is ['-', _, ..]);
    }

    private static string OptionsOf(Command command) => string.Join(
        ", ", command.Options.Where(option => !option.Hidden).Select(option => option.Name).Append("--help"));

    private static string Shown(string text) => OneLine.Of(UrlText.Shown(text));
}
