using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Slowroll.Packages.Tests;

[Collection(nameof(PackedPackages))]
public class PackageContentTests(PackedPackages packages)
{
    [Fact]
    public void The_runtime_comes_for_both_frameworks_with_its_documentation()
    {
        var files = FilesOf("Slowroll.0*.nupkg");

        foreach (var framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{framework}/Slowroll.dll", files);
            Assert.Contains($"lib/{framework}/Slowroll.xml", files);
        }
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_runtime_is_compiled_ahead_for_one_platform_and_portable_for_all_others(string framework)
    {
        var portable = AssemblyIn("Slowroll.0*.nupkg", $"lib/{framework}/Slowroll.dll");
        var ahead = AssemblyIn("Slowroll.0*.nupkg", $"runtimes/linux-x64/lib/{framework}/Slowroll.dll");

        // The same assembly, with native code beside its own.
        Assert.Equal((portable.Id, HasNativeCode: true), ahead);
        Assert.False(portable.HasNativeCode);
    }

    [Fact]
    public void The_generator_comes_with_all_that_the_compiler_must_load()
    {
        var files = FilesOf("Slowroll.Generators.*.nupkg");

        string[] assemblies =
        [
            "Slowroll.Generators", "Slowroll.CodeFixes", "Slowroll.Schemas", "System.Text.Json",
            "System.Text.Encodings.Web",
            "Microsoft.Bcl.AsyncInterfaces", "System.Memory", "System.Buffers", "System.Numerics.Vectors",
            "System.Runtime.CompilerServices.Unsafe", "System.Threading.Tasks.Extensions",
        ];
        Assert.All(assemblies, assembly => Assert.Contains($"analyzers/dotnet/cs/{assembly}.dll", files));
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void The_generator_comes_with_its_build_files_and_the_base_schema()
    {
        var files = FilesOf("Slowroll.Generators.*.nupkg");

        foreach (var folder in (string[])["build", "buildTransitive"])
        {
            Assert.Contains($"{folder}/Slowroll.Generators.props", files);
            Assert.Contains($"{folder}/Slowroll.Generators.targets", files);
        }

        Assert.Contains("build/Slowroll.ReportUnused.globalconfig", files);
        Assert.Contains("schemas/slowroll.schema.json", files);
        Assert.Contains("docs/rules/SLOW1001.md", files);
    }

    [Fact]
    public void The_generator_comes_with_what_pulling_runs()
    {
        var files = FilesOf("Slowroll.Generators.*.nupkg");

        string[] needed =
        [
            "Slowroll.Pulling.dll", "Slowroll.Pulling.deps.json", "Slowroll.Pulling.runtimeconfig.json", "Slowroll.dll",
        ];
        Assert.All(needed, file => Assert.Contains($"tools/{file}", files));
        Assert.Contains("build/Slowroll.Pull.targets", files);
        Assert.Contains("buildMultiTargeting/Slowroll.Generators.targets", files);
    }

    // The libraries of the slowroll command must not come with every project that has flags.
    [Fact]
    public void The_generators_package_has_not_grown_by_what_pulling_runs()
    {
        const long Largest = 1_559_581;

        Assert.InRange(
            new FileInfo(Directory.GetFiles(packages.Feed, "Slowroll.Generators.*.nupkg").Single()).Length, 1, Largest);
        Assert.DoesNotContain(
            FilesOf("Slowroll.Generators.*.nupkg"),
            file => file.StartsWith("tools/", StringComparison.Ordinal)
                && (file.Contains("CommandLine", StringComparison.Ordinal)
                    || file.Contains("Spectre", StringComparison.Ordinal)));
    }

    // The projects that it shares with the command are no packages.
    [Fact]
    public void The_status_page_comes_with_all_that_it_needs_and_depends_on_one_package()
    {
        const string Package = "Slowroll.AspNetCore.*.nupkg";
        var files = FilesOf(Package);
        var dependencies = NuspecOf(Package).Descendants()
            .Where(element => element.Name.LocalName == "group")
            .SelectMany(group => group.Elements(), (group, element) =>
                $"{group.Attribute("targetFramework")!.Value} "
                    + $"{element.Attribute("id")?.Value ?? element.Attribute("name")!.Value}");

        Assert.Equal(
            [
                "Slowroll.AspNetCore.dll", "Slowroll.AspNetCore.xml", "Slowroll.Charts.dll", "Slowroll.Planning.dll",
                "Slowroll.Schemas.dll",
            ],
            files.Where(file => file.StartsWith("lib/net8.0/", StringComparison.Ordinal))
                .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(
            files.Count(file => file.StartsWith("lib/net8.0/", StringComparison.Ordinal)),
            files.Count(file => file.StartsWith("lib/net10.0/", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "net10.0 Microsoft.AspNetCore.App", "net10.0 Slowroll.Hosting", "net8.0 Microsoft.AspNetCore.App",
                "net8.0 Slowroll.Hosting",
            ],
            dependencies.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void A_program_sees_no_type_of_what_lies_inside_the_package_of_the_status_page(string framework)
    {
        foreach (var inside in (string[])["Slowroll.Charts", "Slowroll.Planning", "Slowroll.Schemas"])
            Assert.Empty(PublicTypesIn("Slowroll.AspNetCore.*.nupkg", $"lib/{framework}/{inside}.dll"));
        Assert.NotEmpty(PublicTypesIn("Slowroll.AspNetCore.*.nupkg", $"lib/{framework}/Slowroll.AspNetCore.dll"));
    }

    [Theory]
    [InlineData("linux-x64", true)]
    [InlineData("any", false)]
    public void The_command_is_compiled_ahead_for_one_platform_and_portable_for_all_others(
        string platform, bool hasNativeCode)
    {
        foreach (var assembly in (string[])["Slowroll.Tool", "Slowroll", "Slowroll.Schemas", "System.CommandLine"])
        {
            Assert.Equal(
                hasNativeCode,
                AssemblyIn(
                    $"Slowroll.Tool.{platform}.*.nupkg", $"tools/net10.0/{platform}/{assembly}.dll").HasNativeCode);
        }
    }

    [Theory]
    [InlineData("Slowroll.Hosting.*.nupkg")]
    [InlineData("Slowroll.Tool.0*.nupkg")]
    public void Every_package_names_the_repository_and_the_commit_that_the_runtime_names(string pattern) =>
        Assert.Equal(RepositoryOf("Slowroll.0*.nupkg"), RepositoryOf(pattern));

    [Fact]
    public void Every_project_that_can_be_packed_is_packed_and_no_other() => Assert.Equal(
        PackedPackages.Names
            // The command has a package for each platform, and one that leads there.
            .SelectMany(name => name == "Slowroll.Tool" ? [name, $"{name}.any", $"{name}.linux-x64"] : new[] { name })
            .Select(name => $"{name}.0.1.0.nupkg").Order(),
        Directory.GetFiles(packages.Feed, "*.nupkg").Select(Path.GetFileName).Order());

    [Fact]
    public void Every_assembly_of_ours_that_a_program_references_has_symbols() => Assert.All(
        PackedPackages.Names.Where(name => FilesOf($"{name}.0*.nupkg").Any(IsLibrary)),
        name => Assert.Equal(
            FilesOf($"{name}.0*.nupkg").Where(IsLibrary).Select(file => Path.ChangeExtension(file, "pdb")).Order(),
            FilesOf($"{name}.0*.snupkg").Where(file => file.EndsWith(".pdb", StringComparison.Ordinal)).Order()));

    [Fact]
    public void No_package_of_symbols_is_empty() => Assert.All(
        Directory.GetFiles(packages.Feed, "*.snupkg").Select(Path.GetFileName),
        name => Assert.Contains(FilesOf(name!), file => file.EndsWith(".pdb", StringComparison.Ordinal)));

    [Fact]
    public void Every_package_says_what_it_is_under_which_licence_with_an_icon_and_a_readme() => Assert.All(
        Directory.GetFiles(packages.Feed, "*.nupkg").Select(Path.GetFileName),
        name =>
        {
            var about = AboutOf(name!);

            Assert.Equal(
                ("MIT", "icon.png", "README.md"), (about["license"], about["icon"], about["readme"]));
            Assert.StartsWith("Copyright (c) 20", about["copyright"], StringComparison.Ordinal);
            Assert.InRange(about["description"].Length, 40, 300);
            Assert.Superset(new HashSet<string>(["icon.png", "README.md"]), FilesOf(name!).ToHashSet());
        });

    // A gallery shows the page without the files around it.
    [Fact]
    public void The_readme_of_a_package_stands_alone() => Assert.All(
        PackedPackages.Names,
        name =>
        {
            var readme = TextIn($"{name}.0*.nupkg", "README.md");

            Assert.StartsWith($"# {name}\n", readme.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\]\((?!https://)", readme);
            Assert.Contains(name, readme.Split("# " + name, 2)[1], StringComparison.Ordinal);
        });

    [Fact]
    public void The_code_of_others_in_a_package_is_named_in_its_notices() => Assert.All(
        Directory.GetFiles(packages.Feed, "*.nupkg").Select(Path.GetFileName),
        name =>
        {
            var others = FilesOf(name!)
                .Where(file => file.EndsWith(".dll", StringComparison.Ordinal))
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(assembly => assembly.Split('.')[0] != "Slowroll" || assembly is "Slowroll.Schemas")
                .ToList();
            if (others.Count == 0)
                return;

            var notices = TextIn(name!, "THIRD-PARTY-NOTICES.txt");
            Assert.All(others, assembly => Assert.Contains(assembly, notices, StringComparison.Ordinal));
        });

    private static bool IsLibrary(string file) =>
        file.StartsWith("lib/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal);

    private Dictionary<string, string> AboutOf(string pattern) =>
        XDocument.Parse(TextIn(pattern, entry => entry.EndsWith(".nuspec", StringComparison.Ordinal)))
            .Descendants().Single(element => element.Name.LocalName == "metadata")
            .Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

    private string TextIn(string pattern, string path) => TextIn(pattern, entry => entry == path);

    private string TextIn(string pattern, Func<string, bool> isIt)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, pattern).Single());
        using StreamReader text = new(package.Entries.Single(entry => isIt(entry.FullName)).Open());
        return text.ReadToEnd();
    }

    private string RepositoryOf(string pattern)
    {
        var repository = NuspecOf(pattern).Descendants()
            .SingleOrDefault(element => element.Name.LocalName == "repository");
        return string.Join(
            ' ', ((string[])["type", "url", "commit"]).Select(name => repository?.Attribute(name)?.Value));
    }

    private XDocument NuspecOf(string pattern)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, pattern).Single());
        using var nuspec =
            package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec);
    }

    private (Guid Id, bool HasNativeCode) AssemblyIn(string pattern, string path)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, pattern).Single());
        using var bytes = new MemoryStream();
        using (var file = package.GetEntry(path)!.Open())
            file.CopyTo(bytes);

        bytes.Position = 0;
        using var assembly = new PEReader(bytes);
        var metadata = assembly.GetMetadataReader();
        return (
            metadata.GetGuid(metadata.GetModuleDefinition().Mvid),
            assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }

    private List<string> PublicTypesIn(string pattern, string path)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, pattern).Single());
        using MemoryStream copy = new();
        using (var stream = package.GetEntry(path)!.Open())
            stream.CopyTo(copy);
        copy.Position = 0;
        using PEReader assembly = new(copy);
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .Select(type => metadata.GetString(type.Name)),
        ];
    }

    private string[] FilesOf(string pattern)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(packages.Feed, pattern).Single());
        return [.. package.Entries.Select(entry => entry.FullName)];
    }
}
