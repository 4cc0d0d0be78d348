using System.CommandLine;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Cli.Simulate;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>The options that say what is checked and how it is reached, and the target that they come to.</summary>
internal sealed class TargetFlags
{
    private const string Simulator = "simulator";
    private const string Live = "live";
    private const string UsualKey = "SG_0000000000000001";

    // A twin keeps a bounded number of sessions: runs share a few sets of them, and each run makes its own anew.
    private const ulong SessionSets = 8;
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(3);

    private readonly Option<string?> _target = OptionOf.Text(
        "--target", "URL", "What is checked: simulator (the embedded twin), a base URL, or live. Default simulator.");

    private readonly Option<EmbeddedHost> _host = OptionOf.Choice(
        "--host",
        "What serves the embedded twin.",
        EmbeddedHost.InProcess,
        [("in-process", EmbeddedHost.InProcess), ("kestrel", EmbeddedHost.Kestrel), ("wiremock", EmbeddedHost.WireMock)]);

    private readonly Option<string?> _mutant = OptionOf.Text("--mutant", "ID", "Makes the embedded twin wrong in one way.");
    private readonly Option<TimeSpan?> _wait = OptionOf.Duration("--wait", "The longest wait where the target's clock cannot be moved. Default 3m.");

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[_target, _host, _mutant, _wait])
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>Whether the embedded twin is the target.</summary>
    public bool IsTwin(VerbContext context) => Name(context) == Simulator;

    /// <summary>Whether the live API is the target.</summary>
    public bool IsLive(VerbContext context) => Name(context) == Live;

    /// <summary>Finds, or starts, what is to be checked.</summary>
    /// <exception cref="FaultException">It is not there, or the options do not go together.</exception>
    public async Task<AimedTarget> AimAsync(VerbContext context, ApiProfile profile, HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        var host = context.Get(_host);
        if (!IsTwin(context))
        {
            RefuseTwinOptions(context);
            return new AimedTarget(await ForeignAsync(context, profile, invoker, cancellationToken), () => Task.CompletedTask);
        }

        var options = new TwinOptions
        {
            Seed = context.Seed,
            Profile = profile,
            Mutant = context.Get(_mutant) is { } id ? VerifyMessages.Mutant(id, "--mutant") : null,
        };
        if (host == EmbeddedHost.InProcess)
        {
            return new AimedTarget(new EmbeddedTarget(options), () => Task.CompletedTask);
        }

        var served = new PixverseTwinOptions { Twin = options };
        var twin = host == EmbeddedHost.WireMock
            ? ListeningTwin.Of(TwinListener.StartOnWireMock(context, served))
            : ListeningTwin.Of(await TwinListener.StartAsync(context, served, cancellationToken));
        var place = At(context, profile, twin.Origin.GetLeftPart(UriPartial.Authority)) with
        {
            Kind = TargetKind.Twin,
            Name = $"the embedded twin on {(host == EmbeddedHost.WireMock ? "WireMock.Net" : "Kestrel")}",
        };
        return new AimedTarget(new HttpTarget(place, invoker), twin.StopAsync);
    }

    private async Task<ITarget> ForeignAsync(VerbContext context, ApiProfile profile, HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        var isLive = IsLive(context);
        var baseUrl = isLive ? Operations.LiveOrigin.GetLeftPart(UriPartial.Authority) : BaseUrl(Name(context));
        var key = context.Edges.Variable("SEGMIND_API_KEY");
        if (isLive && string.IsNullOrEmpty(key))
        {
            throw new FaultException(new Fault(VerifyMessages.NoKey, "SEGMIND_API_KEY is not set"));
        }

        var (kind, shortened) = isLive ? (TargetKind.Live, 1) : await new TargetProbe(invoker, context.Edges.Clock).AskAsync(baseUrl, cancellationToken);
        var place = At(context, profile, baseUrl) with { Kind = kind, Shortened = shortened };
        return new HttpTarget(string.IsNullOrEmpty(key) ? place : place with { Key = key }, invoker);
    }

    private HttpTargetOptions At(VerbContext context, ApiProfile profile, string baseUrl) => new()
    {
        BaseUrl = baseUrl,
        Kind = TargetKind.Implementation,
        Profile = profile,
        Key = UsualKey,
        Clock = context.Edges.Clock,
        LongestWait = context.Get(_wait) ?? UsualWait,
        Run = $"verify-{context.Seed % SessionSets}",
    };

    private string Name(VerbContext context) => context.Get(_target) ?? Simulator;

    private void RefuseTwinOptions(VerbContext context)
    {
        if (context.Get(_host) is not EmbeddedHost.InProcess and var host)
        {
            throw OptionOf.Invalid("--host", host.ToString().ToLowerInvariant(), $"serves the embedded twin, and --target is {Quoted.Of(Name(context))}");
        }

        if (context.Get(_mutant) is { } mutant)
        {
            throw OptionOf.Invalid("--mutant", mutant, $"makes the embedded twin wrong, and --target is {Quoted.Of(Name(context))}");
        }
    }

    private static string BaseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : throw OptionOf.NotOneOf("--target", text, [Simulator, Live, "http://127.0.0.1:8787"]);
}
