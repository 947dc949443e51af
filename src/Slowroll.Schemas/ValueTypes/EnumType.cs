using Slowroll.Schemas.Json;
using Slowroll.Schemas.Model;
using Slowroll.Schemas.Naming;

namespace Slowroll.Schemas.ValueTypes;

/// <summary>A string of a few known texts.</summary>
/// <param name="Holder">The C# type that contains the enum, fully qualified.</param>
/// <param name="Declaration">The enum.</param>
internal sealed record EnumType(string Holder, EnumDeclaration Declaration) : ValueType
{
    public override string CSharpName => $"{Holder}.{Declaration.Name}";

    public override FlagDefault? Zero => null;

    // Made once: every flag with a wrong value asks for it.
    public override string Wanted { get; } =
        $"one of {MessageText.Quote([.. Declaration.Members.Select(member => member.Text)])}";

    public override string Example => MessageText.Quote(Declaration.Members[0].Text);

    public override string Reader => $"{Holder}.{Declaration.ReaderName}";

    private MembersByText ByText { get; } = new(Declaration);

    public override string? Express(JsonNode value) =>
        value is JsonString { Text: var text } && ByText.Find(text) is { } known ? $"{CSharpName}.{known.Name}" : null;

    // Thousands of values may be compared with thousands of texts. The set follows from the declaration, so it
    // doesn't count in equality.
    private sealed class MembersByText(EnumDeclaration declaration) : IEquatable<MembersByText>
    {
        private readonly Lazy<Dictionary<string, EnumMember>> _members =
            new(() => declaration.Members.ToDictionary(member => member.Text, StringComparer.Ordinal));

        public EnumMember? Find(string text) => _members.Value.TryGetValue(text, out var member) ? member : null;

        public bool Equals(MembersByText? other) => other is not null;

        public override bool Equals(object? obj) => obj is MembersByText;

        public override int GetHashCode() => 0;
    }
}
