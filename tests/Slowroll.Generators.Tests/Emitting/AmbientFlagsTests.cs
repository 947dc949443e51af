using System.Reflection;
using Slowroll.Generators.Tests.Compiling;

namespace Slowroll.Generators.Tests.Emitting;

public class AmbientFlagsTests
{
    private static readonly Assembly App = LoadedProject.Load(TestProject.WithSchema(SampleSchemas.Small));
    private static readonly PropertyInfo Ambient = App
        .GetType("Acme.Web.Flags")!
        .GetProperty("AppFeatures", BindingFlags.Static | BindingFlags.NonPublic)!;

    [Fact]
    public void Flags_answer_defaults_until_they_are_set() =>
        Assert.Same(App.GetType("Acme.Web.AppFeatures")!.GetProperty("Defaults")!.GetValue(null), Ambient.GetValue(null));

    [Fact]
    public void Flags_are_never_null()
    {
        var thrown = Assert.Throws<TargetInvocationException>(() => Ambient.SetValue(null, null));

        Assert.IsType<ArgumentNullException>(thrown.InnerException);
        Assert.NotNull(Ambient.GetValue(null));
    }
}
