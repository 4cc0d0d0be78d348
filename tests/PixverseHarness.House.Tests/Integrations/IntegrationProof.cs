using System.Text.Json;
using System.Xml.Linq;
using PixverseHarness.TestKit;

namespace PixverseHarness.House.Tests.Integrations;

/// <summary>What a run of an adapter's tests against its real package has shown; committed, for builds that lack the package.</summary>
/// <param name="Package">The package.</param>
/// <param name="Version">Its version.</param>
/// <param name="LastRun">The day of the run, UTC.</param>
/// <param name="Sha256">The hash of the adapter's sources, see <see cref="Adapter.HashOf"/>.</param>
/// <param name="Sources">The files that the hash is of.</param>
/// <param name="Tests">The tests that passed.</param>
internal sealed record IntegrationProof(
    string Package, string Version, DateOnly LastRun, string Sha256, IReadOnlyList<string> Sources, IReadOnlyList<string> Tests)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads a proof.</summary>
    public static IntegrationProof Read(string file) => JsonSerializer.Deserialize<IntegrationProof>(Repository.Text(file), Json)!;

    /// <summary>Makes a proof of a test run's results (TRX), all of which must have passed.</summary>
    public static IntegrationProof Of(Adapter adapter, XDocument results)
    {
        var space = results.Root!.Name.Namespace;
        var tests = results.Descendants(space + "UnitTestResult").ToList();
        Assert.NotEmpty(tests);
        Assert.All(tests, test => Assert.True(
            test.Attribute("outcome")?.Value == "Passed", $"{test.Attribute("testName")?.Value}: {test.Attribute("outcome")?.Value}, so there is no proof."));
        var finish = DateTimeOffset.Parse(results.Descendants(space + "Times").Single().Attribute("finish")!.Value, System.Globalization.CultureInfo.InvariantCulture);
        var (package, version) = adapter.Evaluate();
        return new IntegrationProof(
            package,
            version,
            DateOnly.FromDateTime(finish.UtcDateTime),
            adapter.SourcesHash,
            [.. adapter.Sources],
            [.. tests.Select(test => test.Attribute("testName")!.Value).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Writes it where the adapter's proof stands.</summary>
    public void Write(Adapter adapter)
    {
        var path = RepositoryRoot.Combine(adapter.ProofFile);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, Json).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>What keeps it from vouching for an adapter as it is now; null if nothing does.</summary>
    public string? Against(string sha256, string package, string version) => this switch
    {
        { Tests.Count: 0 } => "no test passed",
        _ when Sha256 != sha256 => "the sources that touch the package have changed since",
        _ when Package != package || Version != version => $"the build takes {package} {version}",
        _ => null,
    };
}
