using Xunit.Abstractions;
using Xunit.Sdk;

namespace Slowroll.Net8.Tests;

/// <summary>Nobody wants to know where a test stands: its name tells.</summary>
internal sealed class NoSources : Xunit.LongLivedMarshalByRefObject, ISourceInformationProvider
{
    public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

    public void Dispose() { }
}
