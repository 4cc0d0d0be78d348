using System.Text.Json;
using PixverseHarness.TestKit;

namespace PixverseHarness.Cli.Tests.Export;

public sealed class ExportVerbTests
{
    [Fact]
    public async Task Export_WireMock_WritesMappingsAndSaysWhatTheyCannotDo()
    {
        using var folder = new TemporaryFolder();

        var run = await new Pixverse().RunAsync("export", "wiremock", "--seed", "1", "--out", folder.Path);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("ReadStaticMappings", run.Output, StringComparison.Ordinal);
        Assert.Contains("not in them: time", run.Output, StringComparison.Ordinal);
        Assert.Contains("## What these stubs cannot do", File.ReadAllText(Path.Combine(folder.Path, "README.md")), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(Path.Combine(folder.Path, "mappings")), f => Assert.NotEmpty(JsonDocument.Parse(File.ReadAllBytes(f)).RootElement.EnumerateArray()));
    }

    [Fact]
    public async Task Export_SameSeed_WritesTheSameBytes()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        await new Pixverse().RunAsync("export", "wiremock", "--seed", "7", "--out", first.Path);
        await new Pixverse().RunAsync("export", "wiremock", "--seed", "7", "--out", second.Path);

        Assert.Equal(Contents(first.Path), Contents(second.Path));
    }

    [Fact]
    public async Task Export_UnknownForm_IsOneLineWithTheNearest()
    {
        var run = await new Pixverse().RunAsync("export", "wiremok");

        Assert.Equal(2, run.Code);
        Assert.StartsWith("error PXH1001", run.Error, StringComparison.Ordinal);
        Assert.Contains("wiremock", run.Error, StringComparison.Ordinal);
    }

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllText), StringComparer.Ordinal);
}
