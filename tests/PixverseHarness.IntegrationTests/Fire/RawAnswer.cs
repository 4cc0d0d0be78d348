using System.Globalization;
using System.Text;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>One HTTP answer, read off the bytes of a connection.</summary>
internal sealed record RawAnswer(int Status, Dictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? ContentType => Headers.GetValueOrDefault("content-type");

    /// <summary>Reads every answer that bytes hold; bytes that are none are a fault of the server.</summary>
    /// <param name="bytes">All that came.</param>
    /// <param name="toHead">Whether the answers are to HEAD, and so have no body.</param>
    public static List<RawAnswer> ReadAll(ReadOnlySpan<byte> bytes, bool toHead)
    {
        var answers = new List<RawAnswer>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf("\r\n\r\n"u8);
            Assert.True(end >= 0, $"An answer has no end of its head: {Encoding.Latin1.GetString(bytes)}");
            var lines = Encoding.ASCII.GetString(bytes[..end]).Split("\r\n");
            var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
            Assert.StartsWith("HTTP/1.1 ", lines[0], StringComparison.Ordinal);
            bytes = bytes[(end + 4)..];
            if (status == 100)
            {
                continue;
            }

            var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
            var length = toHead ? 0 : int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture);
            Assert.True(length <= bytes.Length, $"An answer is shorter than it says: {lines[0]}");
            answers.Add(new RawAnswer(status, headers, bytes[..length].ToArray()));
            bytes = bytes[length..];
        }

        return answers;
    }
}
