using Microsoft.Extensions.Options;
using Slowroll.Hosting.Registering;

namespace Slowroll.Hosting.Settings;

/// <summary>Reports everything that is wrong in a section, when the host starts.</summary>
internal sealed class CheckSettings<TFlags>(FlagsRegistration<TFlags> registration, FlagsPlace<TFlags> place)
    : IValidateOptions<FlagSettings>
    where TFlags : class, IFlagClass<TFlags>
{
    public ValidateOptionsResult Validate(string? name, FlagSettings options)
    {
        if (name != TFlags.LocalCacheName || registration.Section is not { } section || place.IsReplaced)
            return ValidateOptionsResult.Skip;

        var keys = new SectionKeys(section);
        var reader = new SettingsReader(keys);
        reader.Read(options, new SlowrollOptions());
        string[] faults =
            [.. UnknownNames.In(section, keys), .. ConfigLocation.FaultsOf(options, keys), .. reader.Faults];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
