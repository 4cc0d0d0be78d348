using System.Text.Json;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Formats;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.TestKit;

namespace PixverseHarness.Payloads.Tests.Formats;

public sealed class PayloadWriterTests
{
    private static readonly string[] Shown =
    [
        "wrong_case/quality/upper", "wrong_encoding/body/latin-1", "missing_content_type/header/absent", "malformed_json/body/single-quotes",
        "malformed_json/body/raw-newline", "unknown_member/body/timeout", "r3/quality/5s-fast-1080p", "malformed_json/body/no-body",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_Jsonl_EveryPayloadReadsBackToItsBytes(bool describe)
    {
        var writer = PayloadWriter.Create(PayloadFormat.Jsonl, ApiProfile.Documented, describe);
        foreach (var payload in Round(new ViolatingPayloads(1)).Concat(Round(new BoundaryPayloads(1))).Concat(Round(new ValidPayloads(1))))
        {
            var output = new StringWriter();
            writer.Write(output, payload);
            var line = output.ToString();

            Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
            var read = PayloadLine.Read(line[..^1]);
            Assert.Equal(payload.ContentType, read.ContentType);
            Assert.Equal(payload.Body.ToArray(), read.Body.ToArray());
        }
    }

    [Fact]
    public void Write_JsonlOfValidPayload_IsTheBodyItself()
    {
        var payload = new ValidPayloads(1).At(0);

        Assert.Equal(System.Text.Encoding.UTF8.GetString(payload.Body.Span) + "\n", Write(PayloadFormat.Jsonl, describe: false, payload));
    }

    [Fact]
    public void Write_DescribedJsonl_NamesCauseStatusAndPrice()
    {
        var line = JsonDocument.Parse(Write(PayloadFormat.Jsonl, describe: true, new ValidPayloads(1).At(0))).RootElement;
        var expect = line.GetProperty("expect");

        Assert.Equal("accepted", expect.GetProperty("answer").GetString());
        Assert.InRange(expect.GetProperty("priceDollars").GetDecimal(), 0.375m, 1m);
    }

    [Theory]
    [InlineData(PayloadFormat.Jsonl, "jsonl")]
    [InlineData(PayloadFormat.Curl, "sh")]
    [InlineData(PayloadFormat.Http, "http")]
    public void Write_DescribedPayloads_GivesTheCommittedText(PayloadFormat format, string extension)
    {
        var writer = PayloadWriter.Create(format, ApiProfile.Observed, describe: true);
        var output = new StringWriter();
        writer.WriteHead(output, "seed 42, Bogus 34.0.2");
        writer.Write(output, new ValidPayloads(42).At(0));
        foreach (var name in Shown)
        {
            writer.Write(output, Round(new ViolatingPayloads(42)).Single(p => p.Label.Name == name));
        }

        GoldenFile.Matches($"tests/PixverseHarness.Payloads.Tests/Golden/described.{extension}", output.ToString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"contentType":"application/json"}""")]
    public void Read_LineThatIsNoPayload_Throws(string line) => Assert.Throws<FormatException>(() => PayloadLine.Read(line));

    private static string Write(PayloadFormat format, bool describe, Payload payload)
    {
        var output = new StringWriter();
        PayloadWriter.Create(format, ApiProfile.Documented, describe).Write(output, payload);
        return output.ToString();
    }

    private static IEnumerable<Payload> Round(IPayloadRounds source) => source.OneRound();
}
