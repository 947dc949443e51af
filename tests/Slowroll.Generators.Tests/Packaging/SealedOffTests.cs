using System.Net;
using System.Net.Sockets;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Slowroll.Generators.CodeRules;
using Slowroll.Generators.Tests.Compiling;
using Slowroll.Generators.Tests.Promises;

namespace Slowroll.Generators.Tests.Packaging;

/// <summary>What runs inside the compiler knows the files that the compiler hands to it, and nothing else of the
/// world.</summary>
public class SealedOffTests
{
    [Fact]
    public async Task Survive_84_no_address_of_a_schema_or_a_config_is_called()
    {
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        var url = $"http://{server.LocalEndpoint}/app.json";
        TestProject project = new(
            TestFile.Schema(
                $$$"""
                {
                  "$schema": "{{{url}}}",
                  "$id": "{{{url}}}",
                  "properties": {
                    "features": {
                      "properties": {
                        "on": { "$ref": "slowroll.schema.json#/$defs/boolean" },
                        "far": { "$ref": "{{{url}}}#/$defs/boolean" },
                        "home": {
                          "allOf": [{ "$ref": "slowroll.schema.json#/$defs/rollout" }],
                          "properties": { "stable": { "type": "string", "format": "uri" } },
                          "default": { "stable": "{{{url}}}" }
                        }
                      }
                    }
                  }
                }
                """,
                metadata: ("Url", url)),
            TestFile.Config(
                $$$"""{ "$schema": "{{{url}}}", "features": { "on": { "stable": true }, "home": { "stable": "{{{url}}}" } } }"""));

        CompilingTests.AssertCompiles(project);
        Assert.Equal("SLOW1008", Assert.Single(await project.Analyze()).Id);
        await project.Analyze(new DriftAnalyzer());
        await project.Analyze(new FlagUseAnalyzer());

        Assert.False(server.Pending());
    }

    [Theory]
    [InlineData("Slowroll.Generators")]
    [InlineData("Slowroll.Schemas")]
    [InlineData("Slowroll.CodeFixes")]
    public void Survive_84_nothing_of_the_machine_is_named(string assembly)
    {
        using PEReader file = new(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        var metadata = file.GetMetadataReader();
        var called = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind is HandleKind.TypeReference)
            .Select(member =>
                $"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
            .ToList();

        Assert.Contains("System.Type.GetTypeFromHandle", called);
        Assert.DoesNotContain(called, member => Outside.Any(name => member.StartsWith(name, StringComparison.Ordinal))
            && !NoMore.Contains(member));
        Assert.Equal(0, metadata.GetTableRowCount(TableIndex.ImplMap));
    }

    private static readonly string[] Outside =
    [
        "System.IO.", "System.Net.", "System.Environment.", "System.Diagnostics.Process", "System.AppDomain.",
        "System.Activator.",
        "System.Reflection.Assembly.Load", "System.Reflection.Emit.", "System.Type.GetTypeFromProgID",
        "Microsoft.Win32.",
    ];

    // Names of files, and what the compiler asks in an iterator.
    private static readonly string[] NoMore =
    [
        "System.IO.Path.Combine", "System.IO.Path.GetExtension", "System.IO.Path.GetFileName",
        "System.IO.Path.GetFullPath",
        "System.Environment.get_CurrentManagedThreadId",
    ];

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
