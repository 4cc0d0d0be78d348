using System.Diagnostics.Metrics;
using PixverseHarness.Simulator.Metrics;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Metrics;

public sealed class TwinMeterTests : IDisposable
{
    private readonly TwinUnderTest _twin = new(new TwinOptions { ManualClock = true, Workers = 1, JournalCapacity = 2, MaxHeldCalls = 1, ServiceTime = TimeSpan.FromSeconds(40) });
    private readonly TwinMeter _meter;
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _seen = [];

    public TwinMeterTests()
    {
        _meter = new TwinMeter(_twin.Core);
    }

    [Fact]
    public void Requests_OfEveryKind_AreCountedByOperationStatusCauseAndFault()
    {
        Listen();
        _twin.Status("nobody");
        _twin.Core.Inject("bad_gateway@status*1");
        var id = _twin.SubmitId();
        _twin.Status(id);
        _twin.Status(id);
        _twin.Get("/nowhere");

        Assert.Equal(
            [
                "error.type=request_not_found http.response.status_code=404 pixverse.operation=status",
                "http.response.status_code=200 pixverse.operation=submit",
                "error.type=bad_gateway http.response.status_code=502 pixverse.fault=bad_gateway pixverse.operation=status",
                "http.response.status_code=200 pixverse.operation=status",
                "error.type=unknown_path http.response.status_code=400 pixverse.operation=none",
            ],
            _seen.Where(s => s.Name == "pixverse.twin.requests").Select(s => s.Tags));
        Assert.Equal("pixverse.fault=bad_gateway", Assert.Single(_seen, s => s.Name == "pixverse.twin.faults").Tags);
    }

    [Fact]
    public void Jobs_ThroughTheirLives_StandInTheRightStateWithTheirMoney()
    {
        Listen();
        _twin.SubmitId("a");
        _twin.SubmitId("b [[content_blocked]]");
        _twin.SubmitId("c");
        _twin.Core.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((2, 1, 0, 0), States());
        Assert.Equal((2, 3), (Read("pixverse.twin.queue.length"), Read("pixverse.twin.job.in_flight")));
        Assert.Equal(1.125, Read("pixverse.twin.credit.reserved"));

        _twin.Core.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((0, 0, 2, 1), States());
        Assert.Equal((0.75, 0), (Read("pixverse.twin.credit.charged"), Read("pixverse.twin.credit.reserved")));
        Assert.Equal(
            ["pixverse.job.state=completed", "pixverse.job.state=failed", "pixverse.job.state=completed"],
            _seen.Where(s => s.Name == "pixverse.twin.job.run.duration").Select(s => s.Tags));
        Assert.Equal(40, _seen.First(s => s.Name == "pixverse.twin.job.run.duration").Value);

        _twin.Core.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 0, 0, 0), States());
    }

    [Fact]
    public void Bounds_EachOfThem_IsShownWithWhatIsUsedAndDropped()
    {
        Listen();
        for (var i = 0; i < 3; i++)
        {
            _twin.Status("nobody", session: "a");
        }

        _twin.Post("/v1/pixverse-text2video", Body("a"));
        _twin.Post("/v1/pixverse-text2video", Body("b"));

        Assert.Equal((3, 4, 1), (Read("pixverse.twin.journal.count"), Read("pixverse.twin.journal.limit"), Read("pixverse.twin.journal.dropped")));
        Assert.Equal((1, 1000), (Read("pixverse.twin.session.count"), Read("pixverse.twin.session.limit")));
        Assert.Equal((1, 1, 1), (Read("pixverse.twin.held_call.count"), Read("pixverse.twin.held_call.limit"), Read("pixverse.twin.held_call.refused")));
        Assert.Equal(TwinOptions.MaxBodyBytes, Read("pixverse.twin.request.body.limit"));
    }

    [Fact]
    public void Requests_WhileNobodyListens_AllocateNoMoreThanWithoutAMeter()
    {
        var id = _twin.SubmitId();
        var bare = new TwinUnderTest(_twin.Core.Options);
        var bareId = bare.SubmitId();
        Poll(_twin, id);
        Poll(bare, bareId);

        var without = Poll(bare, bareId);
        var unheard = Poll(_twin, id);
        Listen();
        var heard = Poll(_twin, id);

        Assert.Equal(without, unheard);
        Assert.True(heard > unheard, "The measure sees no difference when there is one.");

        static long Poll(TwinUnderTest twin, string id)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                twin.Status(id);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Dispose_OfTheMeter_EndsCounting()
    {
        Listen();

        _meter.Dispose();
        _twin.Submit();

        Assert.Empty(_seen);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    private void Listen()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, _twin.Core))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
        _listener.Start();
    }

    private void See(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}").Order(StringComparer.Ordinal))));

    private (double Queued, double Processing, double Completed, double Failed) States()
    {
        return (Read("queued"), Read("processing"), Read("completed"), Read("failed"));

        double Read(string state) => this.Read("pixverse.twin.job.count", $"pixverse.job.state={state}");
    }

    private double Read(string name, string tags = "")
    {
        _listener.RecordObservableInstruments();
        return _seen.Last(s => s.Name == name && s.Tags == tags).Value;
    }
}
