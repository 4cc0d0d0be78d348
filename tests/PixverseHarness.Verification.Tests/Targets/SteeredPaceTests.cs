using PixverseHarness.TestKit;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Verification.Tests.Targets;

public sealed class SteeredPaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly MovedClock _real = new();
    private readonly TaskCompletionSource _answer = new();
    private readonly List<TimeSpan> _moves = [];
    private readonly DateTimeOffset _start;
    private readonly SteeredPace _pace;
    private DateTimeOffset _now;
    private DateTimeOffset? _heldUntil;

    public SteeredPaceTests()
    {
        _now = _start = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        _pace = new SteeredPace(_now, AdvanceAsync, _ => Task.FromResult(_heldUntil), _real);
    }

    [Fact]
    public async Task AwaitAsync_AnswerThatIsLateOnTheNetwork_LeavesTheTargetsClockAlone()
    {
        var waiting = _pace.AwaitAsync(_answer.Task, Patience, CancellationToken.None);
        _real.Advance(TimeSpan.FromSeconds(25));
        Assert.False(waiting.IsCompleted);

        _answer.SetResult();

        Assert.True(await waiting);
        Assert.Empty(_moves);
    }

    [Fact]
    public async Task AwaitAsync_AnswerThatIsHeld_MovesTheClockToItsInstantAndNoFurther()
    {
        _heldUntil = _start.AddSeconds(44.0000003);
        var waiting = _pace.AwaitAsync(_answer.Task, Patience, CancellationToken.None);

        _real.Advance(TimeSpan.FromMilliseconds(5));

        Assert.True(await waiting);
        Assert.Equal([_heldUntil.Value - _start], _moves);
        Assert.Equal(_heldUntil, _pace.Now);
    }

    [Fact]
    public async Task AwaitAsync_AnswerThatIsHeldBeyondPatience_MovesTheClockThatFarAndGivesUp()
    {
        _heldUntil = _start + Patience + TimeSpan.FromTicks(1);
        var waiting = _pace.AwaitAsync(_answer.Task, Patience, CancellationToken.None);

        _real.Advance(TimeSpan.FromMilliseconds(5));

        Assert.False(await waiting);
        Assert.Equal([Patience], _moves);
    }

    [Fact]
    public async Task AwaitAsync_AnswerThatIsNeitherHeldNorComes_IsGivenUpInRealTime()
    {
        var waiting = _pace.AwaitAsync(_answer.Task, Patience, CancellationToken.None);

        for (var second = 0; second < 40 && !waiting.IsCompleted; second++)
        {
            _real.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(await waiting);
        Assert.Empty(_moves);
    }

    // Whoever is held is answered as soon as the clock has reached its instant.
    private Task<DateTimeOffset> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        _moves.Add(by);
        _now += by;
        if (_now >= _heldUntil)
        {
            _answer.TrySetResult();
        }

        return Task.FromResult(_now);
    }
}
