using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PixverseHarness.Verification.Snapshots.Exchanges;

/// <summary>
/// JSON as snapshots have it: indented, members in the order of their names (the API's own order is no part of the contract,
/// section 5), numbers that no two runs share named. A value of another type than usual stays as it is, and so shows.
/// </summary>
internal static class NormalJson
{
    private static readonly FrozenSet<string> Durations =
        new[] { "inference_time", "queue_time", "total_time", "inference" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Balances = new[] { "credits", "free-credits", "remaining_credits" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How snapshots are written.</summary>
    public static JsonWriterOptions Form { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement value, Placeholders names, string member = "")
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value, names, property.Name);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item, names, member);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.Number when Durations.Contains(member):
                json.WriteStringValue("seconds");
                break;
            case JsonValueKind.Number when Balances.Contains(member) && value.TryGetDecimal(out var amount):
                WriteAmount(json, amount, names);
                break;
            case JsonValueKind.String when Text(value) is { } text:
                json.WriteStringValue(member == "file_size" && IsNumber(text) ? "bytes" : names.In(text));
                break;
            default:
                json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    // Nothing is nothing in every run, and stays a number.
    private static void WriteAmount(Utf8JsonWriter json, decimal amount, Placeholders names)
    {
        if (amount == 0)
        {
            json.WriteNumberValue(0);
        }
        else
        {
            json.WriteStringValue(names.Amount(amount));
        }
    }

    private static string? Text(JsonElement value) => Conversations.Texts.Of(value);

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
