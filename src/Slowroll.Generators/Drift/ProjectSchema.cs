using Microsoft.CodeAnalysis;
using Slowroll.Schemas.Drift;

namespace Slowroll.Generators.Drift;

/// <summary>A schema of a project, read once for all the configs that are held against it.</summary>
internal sealed class ProjectSchema(AdditionalText file)
{
    private readonly Lazy<DeclaredSchema?> _declared = new(() => file.GetText() is { } text
        ? DeclaredSchema.Read(Path.GetFileName(file.Path), text.ToString())
        : null);

    public AdditionalText File => file;

    public string Name => Path.GetFileName(file.Path);

    /// <summary>What it declares; null if it can't be read, which other rules tell.</summary>
    public DeclaredSchema? Declared => _declared.Value;
}
