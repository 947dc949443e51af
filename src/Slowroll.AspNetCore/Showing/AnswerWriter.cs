using Slowroll.AspNetCore.Reading;
using Slowroll.Planning.Page;
using Slowroll.Planning.Texts;
using Slowroll.Texts;

namespace Slowroll.AspNetCore.Showing;

/// <summary>Writes what a hash key gets of the flags that are on the page.</summary>
internal static class AnswerWriter
{
    /// <summary>The answers.</summary>
    /// <param name="page">The page.</param>
    /// <param name="flags">The flags of each config that are on it.</param>
    public static Html Write(ShownPage page, IReadOnlyList<FlagPage> flags)
    {
        if (page.Query.HashKey.Length == 0)
            return "";

        List<Answer> answers =
        [
            .. page.Configs.SelectMany((config, i) =>
                Answer.All(config, flags[i].Flags, page.Query.HashKey, page.At)),
        ];
        var total = flags.Sum(each => each.Total);
        return Templates.Answer.Fill(
            ("key", OneLine.Of(page.Query.HashKey)),
            ("note", answers.Count == total
                ? Amount.Of(total, "flag")
                : $"The {Amount.Number(answers.Count)} flags on this page, of {Amount.Number(total)}."),
            ("rows", Html.Join(answers.Select(Row))));
    }

    private static Html Row(Answer answer) => Templates.AnswerRow.Fill(
        ("name", answer.Flag.Name), ("side", answer.Side),
        ("class", answer.Of.Side == Side.New ? "side on" : "side"), ("value", answer.Value ?? "-"),
        ("change", Html.Markup(answer.Change is { } change
            ? $"<span class=\"change\">changes {(Html)change}</span> "
            : "")),
        ("why", Html.Sentence(answer.Why)));
}
