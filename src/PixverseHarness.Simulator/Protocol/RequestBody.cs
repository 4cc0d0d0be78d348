using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Simulator.Protocol;

/// <summary>Reads the body of a POST: JSON, or a form whose fields are made into JSON (section 4, second-hand).</summary>
internal static class RequestBody
{
    // RFC 2046, 5.1.1: a boundary has at most 70 characters. The reader throws when one does not fit its buffer.
    private const int LongestBoundary = 70;

    /// <summary>Reads a body of an accepted content type.</summary>
    public static RequestReading Read(string contentType, ReadOnlyMemory<byte> body, ApiProfile profile)
    {
        if (!RequestContentType.IsForm(contentType))
        {
            return RequestReader.Read(body, profile);
        }

        try
        {
            var boundary = MediaTypeHeaderValue.TryParse(contentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
            return RequestReader.Read(FormToJson(boundary, body), profile);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            return RequestReader.Read(ReadOnlyMemory<byte>.Empty, profile);
        }
    }

    private static ReadOnlyMemory<byte> FormToJson(string? boundary, ReadOnlyMemory<byte> body)
    {
        if (boundary is not { Length: > 0 and <= LongestBoundary })
        {
            throw new InvalidDataException("The form has no boundary, or one that is too long.");
        }

        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray()));

            // The stream lies in memory: every read completes at once, so taking the result does not block.
            while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
            {
                var name = HeaderUtilities.RemoveQuotes(section.GetContentDispositionHeader()?.Name ?? default).Value;
                if (string.IsNullOrEmpty(name))
                {
                    throw new InvalidDataException("A part of the form has no name.");
                }

                using var text = new StreamReader(section.Body, Encoding.UTF8);
                WriteField(writer, name, text.ReadToEnd());
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    // A form has only text: where the contract wants an integer, digits are meant as one.
    private static void WriteField(Utf8JsonWriter writer, string name, string value)
    {
        var isInteger = ParameterCatalogue.Find(name)?.Type == ParameterType.Integer;
        if (isInteger && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }
}
