using Slowroll.Schemas.Naming;
using Slowroll.Texts;

namespace Slowroll.Tool.CommandLine;

/// <summary>The arguments of a verb: operands, and options with a value each.</summary>
internal sealed class Arguments
{
    private readonly string _verb;
    private readonly List<string> _operands = [];
    private readonly List<(string Name, string Value)> _options = [];

    private Arguments(string verb) => _verb = verb;

    /// <summary>The arguments that are no options, in order.</summary>
    public IReadOnlyList<string> Operands => _operands;

    /// <summary>Sorts arguments. <c>--name value</c> and <c>--name=value</c> are the same; after <c>--</c> nothing is
    /// an option.</summary>
    /// <param name="verb">The verb, for messages.</param>
    /// <param name="arguments">The arguments after the verb.</param>
    /// <param name="options">The options of the verb.</param>
    /// <exception cref="UsageException">There is an unknown option, or one without a value.</exception>
    public static Arguments Read(string verb, IEnumerable<string> arguments, params string[] options)
    {
        var read = new Arguments(verb);
        using var rest = arguments.GetEnumerator();
        while (rest.MoveNext())
        {
            if (rest.Current == "--")
            {
                while (rest.MoveNext())
                    read._operands.Add(rest.Current);
            }
            else if (rest.Current.StartsWith("--", StringComparison.Ordinal))
            {
                read.AddOption(rest, options);
            }
            else
            {
                read._operands.Add(rest.Current);
            }
        }

        return read;
    }

    /// <summary>The values of an option, in order.</summary>
    public IReadOnlyList<string> All(string option) =>
        [.. _options.Where(given => given.Name == option).Select(given => given.Value)];

    /// <summary>The value of an option; null if it isn't given.</summary>
    /// <exception cref="UsageException">It is given more than once.</exception>
    public string? Find(string option) => All(option) switch
    {
        [] => null,
        [var value] => value,
        _ => throw new UsageException($"'slowroll {_verb}' takes {option} once."),
    };

    private void AddOption(IEnumerator<string> rest, string[] options)
    {
        var parts = rest.Current.Split('=', 2);
        if (!options.Contains(parts[0]))
        {
            throw new UsageException(
                $"'slowroll {_verb}' has no "
                    + $"option {MessageText.Of(UrlText.Shown(parts[0]))}; it has {string.Join(", ", options)}.");
        }

        if (parts is [_, var value])
            _options.Add((parts[0], value));
        else if (rest.MoveNext())
            _options.Add((parts[0], rest.Current));
        else
            throw new UsageException($"{parts[0]} needs a value.");
    }
}
