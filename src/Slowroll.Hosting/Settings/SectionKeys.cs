using Microsoft.Extensions.Configuration;
using Slowroll.Texts;

namespace Slowroll.Hosting.Settings;

/// <summary>Names the keys of a section as a configuration has them: whole, from the root on.</summary>
internal sealed class SectionKeys(IConfiguration section)
{
    private readonly string _prefix = section is IConfigurationSection { Path: var path } ? path + ConfigurationPath.KeyDelimiter : "";

    /// <summary>The key of a name, such as <c>AppFeatures:Url</c>.</summary>
    public string Of(string name) => OneLine.Escaped(UrlText.Shown(_prefix + name));
}
