using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Verification.Conversations;

/// <summary>One request and what came of it: an answer, or the reason why there is none.</summary>
public sealed record Exchange
{
    private JsonElement? _json;
    private bool _parsed;

    /// <summary>The conversation that it belongs to.</summary>
    public required Conversation Conversation { get; init; }

    /// <summary>Position in the conversation, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>What was sent.</summary>
    public required ExchangeRequest Request { get; init; }

    /// <summary>When it was sent, by the target's clock as far as it is known.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When the last byte of the answer was there, by the same clock.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>Status code; 0 when there is no answer.</summary>
    public int Status { get; init; }

    /// <summary>Headers of the answer, those of its content included, names as sent.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Body of the answer.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Why there is no complete answer; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonElement? Json
    {
        get
        {
            if (!_parsed)
            {
                _json = Parse();
                _parsed = true;
            }

            return _json;
        }
    }

    /// <summary>How long the answer took by the target's clock.</summary>
    public TimeSpan Elapsed => AnsweredAt - SentAt;

    /// <summary>Media type of the answer in lower case, without parameters; null when it names none.</summary>
    public string? MediaType => Header("Content-Type")?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return header.Value;
            }
        }

        return null;
    }

    /// <summary>The JSON value at a pointer of plain names, such as <c>/metrics/cost</c>; null when it is not there.</summary>
    public JsonElement? At(string pointer)
    {
        if (Json is not { } here)
        {
            return null;
        }

        foreach (var name in pointer.AsSpan(1).ToString().Split('/'))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here))
            {
                return null;
            }
        }

        return here;
    }

    /// <summary>The string at a pointer; null when there is none.</summary>
    public string? TextAt(string pointer) => At(pointer) is { ValueKind: JsonValueKind.String } value ? Texts.Of(value) : null;

    /// <summary>The number at a pointer; null when there is none that a decimal can hold.</summary>
    public decimal? NumberAt(string pointer) =>
        At(pointer) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? number : null;

    /// <summary>The instant at which a 429 says that its window ends; null when it says none.</summary>
    internal DateTimeOffset? RateLimitReset =>
        DateTimeOffset.TryParse(
            Header(Operations.RateLimitResetHeader), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    private JsonElement? Parse()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
