using System.Text;

namespace Slowroll.Tests.Sources;

internal static class FetchResultText
{
    /// <summary>The body as text. Says the error where there is none.</summary>
    public static string Text(this FetchResult result)
    {
        Assert.True(result.Kind == FetchKind.Fresh, result.Error ?? result.Kind.ToString());
        return Encoding.UTF8.GetString(result.Utf8Json.Span);
    }

    /// <summary>The sentence of a fetch that has to have failed.</summary>
    public static string Sentence(this FetchResult result)
    {
        Assert.Equal(FetchKind.Failed, result.Kind);
        return result.Error!;
    }
}
