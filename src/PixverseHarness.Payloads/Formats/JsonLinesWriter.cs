using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Expectations;

namespace PixverseHarness.Payloads.Formats;

/// <summary>JSON Lines; see <see cref="PayloadFormat.Jsonl"/>.</summary>
internal sealed class JsonLinesWriter(ApiProfile profile, bool describe) : PayloadWriter
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override void Write(TextWriter output, Payload payload)
    {
        output.Write(payload.Kind == PayloadKind.Valid && !describe ? Encoding.UTF8.GetString(payload.Body.Span) : Envelope(payload));
        output.Write('\n');
    }

    private string Envelope(Payload payload)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Relaxed))
        {
            json.WriteStartObject();
            if (describe)
            {
                WriteLabel(json, payload);
                WriteExpectation(json, payload.Expect(profile));
            }

            json.WriteString("contentType", payload.ContentType);
            if (PayloadBytes.TryText(payload.Body, out var text))
            {
                json.WriteString("body", text);
            }
            else
            {
                json.WriteBase64String("bodyBase64", payload.Body.Span);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteLabel(Utf8JsonWriter json, Payload payload)
    {
        var label = payload.Label;
        json.WriteString("kind", PayloadDescription.Word(payload.Kind));
        json.WriteString("name", label.Name);
        json.WriteString("family", label.Family);
        json.WriteString("parameter", label.Parameter);
        json.WriteString("case", label.Case);
        json.WriteString("standing", PayloadDescription.Word(label.Standing));
    }

    private void WriteExpectation(Utf8JsonWriter json, PayloadExpectation expectation)
    {
        json.WriteStartObject("expect");
        json.WriteString("profile", profile.Name);
        json.WriteString("answer", expectation.Answer == ExpectedAnswer.JobFails ? "job_fails" : PayloadDescription.Word(expectation.Answer));
        json.WriteStartArray("causes");
        foreach (var (cause, status) in expectation.Causes)
        {
            json.WriteStartObject();
            json.WriteString("cause", cause.Name);
            json.WriteNumber("status", status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (expectation.Price is { } price)
        {
            json.WriteNumber("priceDollars", price.ToDollars());
        }

        json.WriteEndObject();
    }
}
