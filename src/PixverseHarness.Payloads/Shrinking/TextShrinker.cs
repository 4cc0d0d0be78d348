using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace PixverseHarness.Payloads.Shrinking;

/// <summary>Shrinks a body that is no JSON: by characters when it is text, else by bytes.</summary>
internal static class TextShrinker
{
    public static async ValueTask RunAsync(ReadOnlyMemory<byte> body, ShrinkSearch search)
    {
        var units = Utf8.IsValid(body.Span) ? Characters(body) : [.. body.ToArray().Select(b => new[] { b })];
        await DeltaDebugging.ReduceAsync(units, candidate => search.TryAsync([.. candidate.SelectMany(unit => unit)]));
    }

    private static ImmutableArray<byte[]> Characters(ReadOnlyMemory<byte> body) =>
        [.. Encoding.UTF8.GetString(body.Span).EnumerateRunes().Select(rune => Encoding.UTF8.GetBytes(rune.ToString()))];
}
