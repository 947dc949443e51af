using System.Text.Json;
using Slowroll.Grammar;
using Slowroll.Patterns;
using Slowroll.Texts;

namespace Slowroll.Documents;

/// <summary>Reads what concerns a config as a whole: its settings, and the fields that control running flags. What is
/// wrong there rejects the config.</summary>
internal static class SettingsReader
{
    /// <summary>Reads the settings.</summary>
    /// <param name="text">The whole config.</param>
    /// <param name="settings">Where the settings stand; null where there are none.</param>
    /// <param name="budget">What all patterns of the config may cost.</param>
    /// <exception cref="ConfigFormatException">They can't be read.</exception>
    public static ConfigSettings Read(ReadOnlySpan<byte> text, Range? settings, PatternBudget budget)
    {
        if (settings is not { } range)
            return ConfigSettings.None;

        var faults = new FirstFault(budget);
        var read = new SettingsGrammar<ElementValue, FirstFault>(faults).Read(ValueOf(text[range]));
        faults.ThrowIfAny(text, range);
        return read;
    }

    /// <summary>Checks the fields that control a flag.</summary>
    /// <exception cref="ConfigFormatException">They can't be read.</exception>
    public static void CheckControls(ReadOnlySpan<byte> text, Range flag, FlagName name)
    {
        var faults = new FirstFault(null, name);
        new ControlGrammar<ElementValue, FirstFault>(faults).Check(ValueOf(text[flag]));
        faults.ThrowIfAny(text, flag);
    }

    /// <summary>Whether a field of a flag is one that controls it, or may be meant for one.</summary>
    /// <remarks>Costs a few comparisons for the fields that most flags have.</remarks>
    public static bool MayBeControl(ref Utf8JsonReader reader)
    {
        const int Shortest = 5;
        const int Longest = 9;
        var name = reader.ValueSpan;
        return reader.ValueIsEscaped
            || (name.Length is >= Shortest and <= Longest
                && !name.SequenceEqual("stable"u8)
                && !name.SequenceEqual("end_time"u8)
                && !name.SequenceEqual("duration"u8)
                && !name.SequenceEqual("start_pct"u8) && !name.SequenceEqual("end_pct"u8));
    }

    private static ElementValue ValueOf(ReadOnlySpan<byte> json)
    {
        var reader = ConfigReader.Reopen(WholeTexts.InNames(json));
        return new(JsonElement.ParseValue(ref reader));
    }

    private sealed class FirstFault(PatternBudget? budget, FlagName? flag = null) : IRolloutFaults<ElementValue>
    {
        private string? _sentence;

        public void Add(RolloutFault fault, ElementValue? place) => _sentence ??= fault.Sentence;

        public string? RefusalOf(ElementValue pattern) => budget?.Spend(pattern.Text);

        public void ThrowIfAny(ReadOnlySpan<byte> text, Range range)
        {
            if (_sentence is null)
                return;

            var sentence = flag is { } name ? $"The flag '{OneLine.Of(name.ToString())}': {_sentence}" : _sentence;
            throw ConfigText.Fault(text, range.Start.Value, sentence);
        }
    }
}
