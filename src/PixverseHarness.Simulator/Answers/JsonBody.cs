using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PixverseHarness.Simulator.Answers;

/// <summary>Writes one JSON body with a writer that each thread keeps.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Writes an object whose members come from <paramref name="members"/>.</summary>
    public static byte[] Object<T>(T state, Action<Utf8JsonWriter, T> members)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        var writer = _writer ??= new Utf8JsonWriter(buffer, Options);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        members(writer, state);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
