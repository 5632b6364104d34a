// Who this tab is. In sessionStorage: two tabs may be two people, and a reload resumes the same seat.
import { refresh, sit } from './sample.js';

const kept = 'officerbot.seat';

/** The seat of this tab in this sample, or null: {epoch, person, rooms: {group, private}, seen: {group, private}, room}. */
export function readSeat(epoch) {
  const seat = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
  return seat?.epoch === epoch ? seat : null;
}

export const hadSeat = () => sessionStorage.getItem(kept) !== null;
export const keepSeat = seat => sessionStorage.setItem(kept, JSON.stringify(seat));
export const leaveSeat = () => sessionStorage.removeItem(kept);

/** Sits a person in both rooms; the two chats are new to this tab. */
export async function takeSeat(epoch, person) {
  const [group, own] = await Promise.all([sit(person, 'group'), sit(person, 'private')]);
  const seat = { epoch, person, rooms: { group, private: own }, seen: { group: group.satAt, private: own.satAt }, room: 'group' };
  keepSeat(seat);
  return seat;
}

/** After a reload: the same conversations, with tokens that live; sits again where one is spent. */
export async function resumeSeat(seat) {
  for (const room of ['group', 'private']) {
    const token = await refresh(seat.rooms[room].token);
    seat.rooms[room] = token ? { ...seat.rooms[room], token, resumes: true } : await sit(seat.person, room);
  }
  keepSeat(seat);
  return seat;
}
