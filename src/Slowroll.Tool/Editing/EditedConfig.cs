using Slowroll.Schemas.Drift.Reading;
using Slowroll.Tool.Inputs;

namespace Slowroll.Tool.Editing;

/// <summary>A config before and after an edit.</summary>
internal sealed record EditedConfig(
    TextFile Before, ConfigDocument BeforeDocument, TextFile After, ConfigDocument AfterDocument);
