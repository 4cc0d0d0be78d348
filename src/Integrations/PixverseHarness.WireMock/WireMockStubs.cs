using System.Collections.Immutable;
using PixverseHarness.Simulator;
using PixverseHarness.WireMock.Stubs;

namespace PixverseHarness.WireMock;

/// <summary>
/// The API as static stub mappings, for servers that cannot hold a twin: a twin is asked for each answer, and the life
/// of a job becomes a WireMock scenario. The README among the files says what such stubs cannot do.
/// </summary>
public static class WireMockStubs
{
    /// <summary>Makes the files.</summary>
    /// <param name="options">What the twin that is asked models; its seed decides ids and times.</param>
    /// <param name="time">The clock below that twin, for the dates in its answers.</param>
    /// <returns>Text of each file by its path: <c>README.md</c>, and <c>mappings/*.json</c> in the form that <c>ReadStaticMappings</c> of WireMock.Net loads.</returns>
    public static ImmutableSortedDictionary<string, string> Create(TwinOptions options, TimeProvider time)
    {
        var files = new StubCatalogue(options, time).Files().ToArray();
        return files
            .Select(f => KeyValuePair.Create($"mappings/{f.Key}.json", StubJson.Write(f.Key, f.Value)))
            .Append(KeyValuePair.Create("README.md", StubReadme.Text(options.Profile.Name, files.Sum(f => f.Value.Length))))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
