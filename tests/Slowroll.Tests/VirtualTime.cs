namespace Slowroll.Tests;

/// <summary>A clock that jumps from one due timer to the next, in order, and waits at each until everybody has set the
/// next one: hours of many clients go by in a moment, and none of their instants is lost.</summary>
internal sealed class VirtualTime : TimeProvider
{
    /// <summary>What is due this late is a deadline, not an appointment: nobody waits for it.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromDays(1);

    private readonly PriorityQueue<Appointment, long> _appointments = new();
    private readonly object _gate = new();
    private int _waiting;
    private long _ticks = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    /// <summary>Timers of these lengths ring like others, but a client may have one beside its appointment.</summary>
    public Func<TimeSpan, bool> IsBeside { get; set; } = _ => false;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var appointment = new Appointment(this, !IsBeside(dueTime), () => callback(state));
        if (dueTime >= TimeSpan.Zero && dueTime < Deadline)
        {
            lock (_gate)
            {
                appointment.Arm();
                _appointments.Enqueue(appointment, _ticks + dueTime.Ticks);
            }
        }

        return appointment;
    }

    /// <summary>Lets time go by.</summary>
    /// <param name="length">How much of it.</param>
    /// <param name="clients">How many have one appointment each whenever they have nothing to do.</param>
    public void Run(TimeSpan length, int clients)
    {
        var end = GetTimestamp() + length.Ticks;
        while (true)
        {
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref _waiting) == clients, TimeSpan.FromSeconds(60)),
                $"{Volatile.Read(ref _waiting)} of {clients} clients have set a timer");
            Appointment? next;
            lock (_gate)
            {
                if (!_appointments.TryPeek(out next, out var due) || due > end)
                    break;
                _appointments.Dequeue();
                if (!next.Disarm())
                    continue;
                _ticks = due;
            }

            next.Ring();
        }

        Volatile.Write(ref _ticks, end);
    }

    private sealed class Appointment(VirtualTime time, bool isAwaited, Action ring) : ITimer
    {
        private bool _isArmed;

        public Action Ring { get; } = ring;

        public void Arm()
        {
            _isArmed = true;
            time._waiting += isAwaited ? 1 : 0;
        }

        public bool Disarm()
        {
            if (!_isArmed)
                return false;
            _isArmed = false;
            time._waiting -= isAwaited ? 1 : 0;
            return true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (time._gate)
                Disarm();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
