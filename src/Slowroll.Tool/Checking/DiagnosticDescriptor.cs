#pragma warning disable IDE0130 // The namespace is the compiler's: the rules are written against it.
namespace Microsoft.CodeAnalysis;
#pragma warning restore IDE0130

/// <summary>What the compiler's type of this name holds, so that the analyzers' rules, compiled into this command too, need
/// none of the compiler.</summary>
internal sealed class DiagnosticDescriptor(
    string id,
    string title,
    string messageFormat,
    string category,
    DiagnosticSeverity defaultSeverity,
    bool isEnabledByDefault,
    string description,
    string? helpLinkUri)
{
    public string Id => id;

    public string Title => title;

    public string MessageFormat => messageFormat;

    public string Category => category;

    public DiagnosticSeverity DefaultSeverity => defaultSeverity;

    public bool IsEnabledByDefault => isEnabledByDefault;

    public string Description => description;

    public string HelpLinkUri => helpLinkUri ?? "";
}

/// <summary>How grave a problem is.</summary>
internal enum DiagnosticSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Hardly meant.</summary>
    Warning,

    /// <summary>The running program can't use it.</summary>
    Error,
}
