using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PixverseHarness.Results.Documents;

/// <summary>Writes an array of numbers on one line of an otherwise indented document.</summary>
internal sealed class CompactLongsConverter : JsonConverter<ImmutableArray<long>>
{
    public override ImmutableArray<long> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected an array of whole numbers.");
        }

        var values = ImmutableArray.CreateBuilder<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.GetInt64());
        }

        return values.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<long> value, JsonSerializerOptions options) =>
        writer.WriteRawValue($"[{string.Join(',', value.Select(Units.Text))}]", skipInputValidation: true);
}
