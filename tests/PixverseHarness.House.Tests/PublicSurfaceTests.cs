using System.Reflection;
using PixverseHarness.TestKit;
using PublicApiGenerator;

namespace PixverseHarness.House.Tests;

/// <summary>What each project shows to others is a committed text: a change to it is a visible diff.</summary>
public sealed class PublicSurfaceTests
{
    private const string Folder = "tests/PixverseHarness.House.Tests/Surface";

    /// <summary>An adapter may show more when it is switched on.</summary>
    private const string SwitchedOn = ".on";

    public static TheoryData<string> Names { get; } = [.. Repository.SourceProjects.Select(AssemblyOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Surface_OfASourceProject_IsTheCommittedOne(string assembly)
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };

        var loaded = Assembly.Load(assembly);
        GoldenFile.Matches($"{Folder}/{assembly}{(HasPackage(loaded) ? SwitchedOn : "")}.txt", loaded.GeneratePublicApi(options) + "\n");
    }

    [Fact]
    public void Surface_CommittedTexts_HaveAProject()
    {
        var texts = Repository.Files.Where(f => f.StartsWith(Folder, StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f))
            .Select(f => f.EndsWith(SwitchedOn, StringComparison.Ordinal) ? f[..^SwitchedOn.Length] : f);

        Faults.None(texts.Except(Repository.SourceProjects.Select(AssemblyOf), StringComparer.Ordinal));
    }

    private static bool HasPackage(Assembly assembly) =>
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(a => a is { Key: "Package", Value: "on" });

    /// <summary>The assembly is named after the project unless the project says otherwise.</summary>
    private static string AssemblyOf(string project)
    {
        var named = System.Xml.Linq.XDocument.Parse(Repository.Text(project)).Descendants("AssemblyName").SingleOrDefault()?.Value;
        return named ?? Repository.NameOf(project);
    }
}
