using System.Globalization;
using System.Security.Cryptography;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.TestKit;

namespace PixverseHarness.Payloads.Tests;

public sealed class CaseBytesTests
{
    [Theory]
    [InlineData("violating", "")]
    [InlineData("violating", "tr-TR")]
    [InlineData("boundary", "")]
    [InlineData("boundary", "ar-SA")]
    public void OneRound_AnyCulture_GivesTheCommittedBytes(string kind, string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            IPayloadRounds source = kind == "violating" ? new ViolatingPayloads(42) : new BoundaryPayloads(42);

            var lines = source.OneRound()
                .Select(p => string.Create(
                    CultureInfo.InvariantCulture,
                    $"{p.Label.Name} ({p.Label.Standing}) {p.Body.Length} {Convert.ToHexStringLower(SHA256.HashData(p.Body.Span))[..16]}\n"))
                .Order(StringComparer.Ordinal);

            GoldenFile.Matches($"tests/PixverseHarness.Payloads.Tests/Golden/{kind}-seed-42.txt", string.Concat(lines));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
