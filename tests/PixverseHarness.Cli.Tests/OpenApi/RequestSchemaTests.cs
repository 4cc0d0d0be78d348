using System.Text.Json;
using PixverseHarness.Contract.OpenApi;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Cli.Tests.OpenApi;

public sealed class RequestSchemaTests
{
    public static TheoryData<string> Settings { get; } =
    [
        "", "numbers-as-text=accept", "omitted=default", "unknown-members=reject", "seed-range=upstream", "prompt-limit=2048",
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Schema_EveryValidCombination_IsAccepted(string setting)
    {
        var accepts = Checker(With(setting));

        Assert.Equal(300, EnumCombination.AllValid.Length);
        Assert.All(EnumCombination.AllValid, c => Assert.True(accepts(JsonSerializer.SerializeToElement(c.ToRequest("A fox"), ContractJson.Default.VideoRequest))));
    }

    [Fact]
    public void Schema_EveryCombinationThatBreaksARule_IsRefused()
    {
        var accepts = Checker(ApiProfile.Documented);
        var broken =
            from quality in Enum.GetValues<Quality>()
            from duration in Enum.GetValues<ClipDuration>()
            from motion in Enum.GetValues<MotionMode>()
            where !CrossFieldRules.BrokenBy(quality, duration, motion).IsEmpty
            select new VideoRequest { Prompt = "A fox", Quality = quality, Duration = duration, MotionMode = motion };

        Assert.Equal(6, broken.Count());
        Assert.All(broken, r => Assert.False(accepts(JsonSerializer.SerializeToElement(r, ContractJson.Default.VideoRequest))));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Schema_EveryPayloadThatIsJson_IsJudgedAsTheContractReadsIt(string setting)
    {
        var profile = With(setting);
        var accepts = Checker(profile);
        var violating = new ViolatingPayloads(seed: 5);
        var boundary = new BoundaryPayloads(seed: 5);
        var judged = 0;

        foreach (var payload in Round(violating, violating.Round).Concat(Round(boundary, boundary.Round)))
        {
            var faults = RequestReader.Read(payload.Body, profile).Faults;
            if (faults.Any(f => f.Kind == ParameterFaultKind.MalformedJson) || !IsUsableText(payload.Body))
            {
                continue;
            }

            using var document = JsonDocument.Parse(payload.Body);
            Assert.True(faults.IsEmpty == accepts(document.RootElement), $"{payload.Label.Name}: {string.Join("; ", faults.Select(f => f.Message))}");
            judged++;
        }

        Assert.InRange(judged, 60, int.MaxValue);
    }

    private static IEnumerable<Payload> Round(IPayloadSource source, int count) => Enumerable.Range(0, count).Select(i => source.At(i));

    private static bool IsUsableText(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Object
                || document.RootElement.EnumerateObject().All(m => m.Name is not null && (m.Value.ValueKind != JsonValueKind.String || m.Value.GetString() is not null));
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: legal JSON whose value no schema can look at.
            return false;
        }
    }

    private static Func<JsonElement, bool> Checker(ApiProfile profile)
    {
        var document = OpenApiDocument.Build(profile);
        var check = new SchemaCheck(document);
        var schema = check.Find("#/components/schemas/VideoRequest");
        return value => check.Accepts(schema, value);
    }

    private static ApiProfile With(string setting) => setting.Split('=') is [var name, var value]
        ? ProfileSwitches.Find(name)!.Apply(ApiProfile.Documented, value)
        : ApiProfile.Documented;
}
