using PixverseHarness.Results.Documents;
using PixverseHarness.Results.Samples;

namespace PixverseHarness.Results.Recording;

/// <summary>Sums up the readings of the generator's own health.</summary>
internal sealed class GeneratorRecorder
{
    private readonly Lock _lock = new();
    private TimeSpan _watched;
    private double _cpuSeconds;
    private double _cpuMost;
    private TimeSpan _gcPause;
    private double _gcShareMost;
    private long _queueMost;
    private long _residentMost;
    private int _readings;

    public void Record(in GeneratorSample health)
    {
        lock (_lock)
        {
            _readings++;
            _watched += health.Interval;
            _cpuSeconds += health.CpuShare * health.Interval.TotalSeconds;
            _cpuMost = Math.Max(_cpuMost, health.CpuShare);
            _gcPause += health.GcPause;
            _gcShareMost = Math.Max(_gcShareMost, health.GcPause / health.Interval);
            _queueMost = Math.Max(_queueMost, health.ThreadPoolQueue);
            _residentMost = Math.Max(_residentMost, health.ResidentBytes);
        }
    }

    public GeneratorDocument ToDocument()
    {
        lock (_lock)
        {
            return new GeneratorDocument
            {
                Readings = _readings,
                CpuShareMean = _watched > TimeSpan.Zero ? _cpuSeconds / _watched.TotalSeconds : 0,
                CpuShareMaximum = _cpuMost,
                GcPauseUs = Units.Microseconds(_gcPause),
                GcPauseShareMaximum = _gcShareMost,
                ThreadPoolQueueMaximum = _queueMost,
                ResidentBytesMaximum = _residentMost,
            };
        }
    }
}
