using System.Globalization;
using Bogus;

namespace PixverseHarness.Payloads.Streams;

/// <summary>What a stream's bytes follow from. Bogus may change its data between versions, so its version belongs to the seed.</summary>
public static class Provenance
{
    /// <summary>Version of Bogus, for example <c>34.0.2</c>.</summary>
    public static string BogusVersion { get; } = typeof(Randomizer).Assembly.GetName().Version!.ToString(3);

    /// <summary>The line to print beside payloads, for example <c>seed 42, Bogus 34.0.2</c>.</summary>
    public static string SeedLine(ulong seed) => string.Create(CultureInfo.InvariantCulture, $"seed {seed}, Bogus {BogusVersion}");
}
