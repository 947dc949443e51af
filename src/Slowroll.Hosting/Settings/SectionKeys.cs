using Microsoft.Extensions.Configuration;
using Slowroll.Texts;

namespace Slowroll.Hosting.Settings;

/// <summary>The full names of a section's values in the configuration, from its root on.</summary>
internal sealed class SectionKeys(IConfiguration section)
{
    private readonly string _prefix =
        section is IConfigurationSection { Path: var path } ? path + ConfigurationPath.KeyDelimiter : "";

    /// <summary>The full name of a value, such as <c>AppFeatures:Url</c>.</summary>
    public string Of(string name) => OneLine.Escaped(UrlText.Shown(_prefix + name));
}
