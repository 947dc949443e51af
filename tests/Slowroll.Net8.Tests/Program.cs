using System.Reflection;
using Slowroll.Net8.Tests;
using Xunit.Sdk;

// The test host of the SDK runs on a .NET that is installed. This is xunit's own executor, in this very process.
if (Environment.Version.Major != 8)
    throw new InvalidOperationException($"This is .NET {Environment.Version}, and was to be .NET 8.");

using NoSources sources = new();
using Tally tally = new();
using XunitTestFrameworkExecutor executor =
    new(Assembly.GetExecutingAssembly().GetName(), sources, new NullMessageSink());
executor.RunAll(tally, new RunOptions(), new RunOptions());
return tally.Print("Slowroll.Net8.Tests.dll (net8.0)") ? 0 : 1;
